package dev.latchkey.input;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/** Refuses a body that says {@code null}. A body that may be left out has none, and the framework hands both on as nothing. */
@Provider
class NullBody implements ReaderInterceptor {

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = new PushbackInputStream(context.getInputStream());
        var first = body.read();
        if (first >= 0) {
            body.unread(first);
        }
        context.setInputStream(body);
        var read = context.proceed();
        if (read == null && first >= 0) {
            throw new InvalidRequest("", "type", "Send an object, or no body.");
        }
        return read;
    }
}
