package dev.latchkey.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** One file as a browser sends it (RFC 7578). */
final class Form {

    private static final String BOUNDARY = "between-the-parts";
    static final String MEDIA_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private Form() {}

    static byte[] of(byte[] file) {
        var form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.bin\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n")
                        .getBytes(UTF_8));
        form.writeBytes(file);
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
        return form.toByteArray();
    }
}
