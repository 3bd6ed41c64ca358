package dev.latchkey.mail;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.latchkey.letterhead.Letterhead;
import java.time.Instant;
import java.util.Optional;

/** What a letter says. Each is a record of the feature that sends it, which names it by a {@link LetterKind}; its members fill the templates. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface LetterContent {

    Letterhead letterhead();

    String subject();

    /** From then on the letter is not worth sending. */
    Optional<Instant> usefulUntil();

    /** Whether a person sits and waits for it: it goes before all others. */
    @JsonIgnore
    default boolean isUrgent() {
        return false;
    }

    /**
     * Whether a stranger typed the recipient's address, which is known to us as no one's. Such letters are counted apart from all others, and
     * their recipient is forgotten as soon as they wait no more.
     */
    @JsonIgnore
    default boolean isToStranger() {
        return false;
    }
}
