package dev.latchkey.letterhead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.kernel.Language;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all letters of a clinic have in common, and the language of this one.
 *
 * @param replyTo where answers go; if there is none, to the sender of all letters
 * @param greeting instead of the usual one
 * @param signature of one line or more, instead of the clinic's name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Letterhead(
        String name,
        @Nullable String replyTo,
        @Nullable String phone,
        @Nullable String greeting,
        @Nullable String signature,
        Language language) {

    /** Of a clinic that has chosen nothing. */
    public static Letterhead plain(String name) {
        return new Letterhead(name, null, null, null, null, Language.ENGLISH);
    }

    public boolean hasNameAlone() {
        return Stream.of(replyTo, phone, greeting, signature).allMatch(Objects::isNull) && language == Language.ENGLISH;
    }

    /** The name inside a sentence. */
    public String isolatedName() {
        return BidiIsolation.isolate(name);
    }

    /** The lines below what the letter says. */
    public List<String> closing() {
        var lines = new ArrayList<>(
                signature == null ? List.of(name) : signature.lines().toList());
        if (phone != null) {
            lines.add(phone);
        }
        return lines;
    }

    /** What the letter says, in its language. */
    public <M> M messages(Class<M> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.code()));
    }
}
