package dev.latchkey.framework;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/** The form that the current request has sent, as the framework's parser has read it. */
public final class CurrentForm {

    private CurrentForm() {}

    /**
     * The parser leaves a body alone whose Content-Type is missing, names no boundary, or is not written in small letters. With an empty
     * boundary it takes any line that begins with two dashes for the end of a part.
     */
    public static boolean isRead() {
        return CurrentRequestManager.get().getFormData() != null
                && !Objects.toString(HeaderUtil.extractQuotedValueFromHeader(mediaType(), "boundary"), "")
                        .isBlank();
    }

    public static boolean hasMediaType() {
        return !mediaType().isEmpty();
    }

    private static String mediaType() {
        return Objects.toString(
                CurrentRequestManager.get().getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE), "");
    }

    /** By name, each once. */
    public static List<Part> parts() {
        var form = CurrentRequestManager.get().getFormData();
        var parts = new ArrayList<Part>();
        for (var name : form) {
            var first = form.getFirst(name);
            var disposition = first.getHeaders().getFirst(HttpHeaders.CONTENT_DISPOSITION);
            parts.add(new Part(name, form.get(name).size(), first.isFileItem(), disposition));
        }
        return parts;
    }

    /**
     * What came under one name.
     *
     * @param name as the parser reads it, which knows no escapes; a part that has none gets the name of the part before
     * @param times how often it came
     * @param isFile of the first
     * @param disposition of the first, as it was sent
     */
    public record Part(
            @Nullable String name,
            int times,
            boolean isFile,
            @Nullable String disposition) {}
}
