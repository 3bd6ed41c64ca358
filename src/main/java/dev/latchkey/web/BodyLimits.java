package dev.latchkey.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Only an upload may be large; every other body is a page of JSON at most, whether it says its length beforehand or not. */
@Provider
class BodyLimits implements ReaderInterceptor {

    static final int LARGEST_BODY = 64 * 1024;

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        var type = request.getMediaType();
        var upload = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (!upload && length != null && Long.parseLong(length) > LARGEST_BODY) {
            throw WebReason.BODY_TOO_LARGE.refusal();
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        body.setInputStream(new Limited(body.getInputStream()));
        return body.proceed();
    }

    private static class Limited extends FilterInputStream {

        private int left = LARGEST_BODY;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            return one < 0 ? one : counted(1, one);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            return read < 0 ? read : counted(read, read);
        }

        private int counted(int bytes, int answer) {
            left -= bytes;
            if (left < 0) {
                throw WebReason.BODY_TOO_LARGE.refusal();
            }
            return answer;
        }
    }
}
