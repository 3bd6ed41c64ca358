package dev.latchkey.framework;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps out of traces whom staff searched for, whose record it was, and who called from where with what. At the end, for some of it is
 * only known then, which takes an interface that the library calls internal. Of statements the library leaves out the values itself.
 */
@ApplicationScoped
class SpanRedaction implements ExtendedSpanProcessor {

    private static final String HIDDEN = "hidden";
    private static final List<AttributeKey<String>> PERSONAL = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {}

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
        PERSONAL.stream().filter(key -> span.getAttribute(key) != null).forEach(key -> span.setAttribute(key, HIDDEN));
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
