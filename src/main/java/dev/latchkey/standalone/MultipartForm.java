package dev.latchkey.standalone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with a file, as a browser sends it (RFC 7578). */
final class MultipartForm {

    static final String TYPE = "multipart/form-data; boundary=" + MultipartForm.BOUNDARY;

    private static final String BOUNDARY = "demo-clinic-part";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MultipartForm value(String name, String value) {
        return part(name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    MultipartForm file(String name, String fileName, byte[] content) {
        return part(name + "\"; filename=\"" + fileName + "\"", content);
    }

    private MultipartForm part(String nameAndRest, byte[] content) {
        write("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + nameAndRest + "\r\n\r\n");
        body.writeBytes(content);
        return this;
    }

    byte[] toBytes() {
        write("\r\n--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
