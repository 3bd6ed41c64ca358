package dev.latchkey.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** A file as a form sends it (RFC 7578). {@code shared} may be left out. */
public record SentFile(String name, byte[] file, @Nullable String shared) {

    static final String MEDIA_TYPE = "multipart/form-data; boundary=a-boundary-that-no-file-has";

    private static final String BOUNDARY = "--a-boundary-that-no-file-has";

    byte[] bytes() {
        var form = new ByteArrayOutputStream();
        form.writeBytes((BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(UTF_8));
        form.writeBytes(file);
        if (shared != null) {
            form.writeBytes(("\r\n" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"shared\"\r\n\r\n" + shared)
                    .getBytes(UTF_8));
        }
        form.writeBytes(("\r\n" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }
}
