package dev.latchkey.files;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Tells by its bytes what a file is. */
@ApplicationScoped
class MediaTypes {

    /** In the names that the library gives to families of formats, and no other program knows. */
    private static final String TIKAS_OWN = "tika";

    private static final MediaType OFFICE = MediaType.application("x-tika-ooxml");

    /** The container of Office's files of before 2007, and since then of those with a password. */
    private static final MediaType OLD_OFFICE = MediaType.application("x-tika-msoffice");

    private final MimeTypes known = MimeTypes.getDefaultMimeTypes();
    private final MediaTypeRegistry families = known.getMediaTypeRegistry();

    /** The name only chooses among what the bytes allow: of a ZIP archive {@code report.docx} makes a Word document. */
    String detect(Path file, FileName name) throws IOException {
        var byBytes = detectFrom(file, new Metadata());
        if (byBytes.equals(MediaType.OCTET_STREAM)) {
            return byBytes.toString();
        }
        var hint = new Metadata();
        hint.set(TikaCoreProperties.RESOURCE_NAME_KEY, name.text());
        var byName = known.detect(null, hint);
        var isLocked = byBytes.equals(OLD_OFFICE) && families.isInstanceOf(byName, OFFICE);
        return toRegistered(isLocked ? byName : detectFrom(file, hint)).toString();
    }

    /** The nearest type that is known elsewhere: the type itself, or the one of which its format is a kind. */
    MediaType toRegistered(@Nullable MediaType type) {
        if (type == null) {
            return MediaType.OCTET_STREAM;
        }
        return type.getSubtype().contains(TIKAS_OWN) ? toRegistered(families.getSupertype(type)) : type;
    }

    private MediaType detectFrom(Path file, Metadata hint) throws IOException {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            return known.detect(bytes, hint);
        }
    }
}
