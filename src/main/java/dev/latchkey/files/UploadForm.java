package dev.latchkey.files;

import dev.latchkey.forms.FormParts;
import dev.latchkey.forms.PartDisposition;
import dev.latchkey.forms.SentFileName;
import dev.latchkey.http.WebReason;
import dev.latchkey.input.InvalidRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.file.Path;
import java.util.Objects;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** What an upload's form says, once each of its parts is known to be good. */
record UploadForm(Path bytes, FileName name, boolean shared) {

    static UploadForm of(@Nullable FileUpload file, String shared) {
        FormParts.require("file", "shared");
        if (file == null) {
            throw new InvalidRequest("/file", "missing", "Send the file as a part of that name.");
        }
        requirePlain(file);
        requireSize(file.size());
        return new UploadForm(file.filePath(), name(file), isTrue(shared));
    }

    private static FileName name(FileUpload file) {
        return PartDisposition.parse(file.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION))
                .flatMap(SentFileName::read)
                .map(FileName::ofPath)
                .orElseThrow(FileReason.FILE_NAME_INVALID::refusal);
    }

    /** The framework decodes piece by piece, and would lose bytes between them. RFC 7578, 4.7, tells senders not to encode. */
    private static void requirePlain(FileUpload file) {
        var encoding = Objects.toString(file.getHeaders().getFirst("Content-Transfer-Encoding"), "binary");
        if (encoding.equalsIgnoreCase("base64") || encoding.equalsIgnoreCase("quoted-printable")) {
            throw new InvalidRequest(
                    "/file", "encoded", "Send the bytes as they are, without Content-Transfer-Encoding.");
        }
    }

    private static void requireSize(long size) {
        if (size == 0) {
            throw FileReason.FILE_EMPTY.refusal();
        }
        if (size > Document.LARGEST) {
            throw WebReason.FILE_TOO_LARGE.refusal();
        }
    }

    /** Strict, because a misunderstood answer would show a file or hide it. */
    private static boolean isTrue(String shared) {
        return switch (shared) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequest("/shared", "invalid", "Say true or false.");
        };
    }
}
