package dev.latchkey.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells by its bytes what a file is. */
@ApplicationScoped
class MediaTypes {

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();

    /** The name only chooses among what the bytes allow: of a ZIP archive {@code report.docx} makes a Word document. */
    String detect(Path file, FileName name) throws IOException {
        var hint = new Metadata();
        var byBytes = detectFrom(file, hint);
        if (byBytes.equals(MediaType.OCTET_STREAM)) {
            return byBytes.toString();
        }
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.text());
        return detectFrom(file, hint).toString();
    }

    private MediaType detectFrom(Path file, Metadata hint) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return known.detect(bytes, hint);
        }
    }
}
