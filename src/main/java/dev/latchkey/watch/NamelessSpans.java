package dev.latchkey.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps out of traces whom staff searched for, and who called with what. Of statements the library leaves out the values itself. */
@ApplicationScoped
class NamelessSpans implements SpanProcessor {

    private static final String HIDDEN = "hidden";
    private static final List<AttributeKey<String>> PERSONAL = List.of(
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("user_agent.original"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        PERSONAL.stream().filter(key -> span.getAttribute(key) != null).forEach(key -> span.setAttribute(key, HIDDEN));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
