package dev.latchkey.mail;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;

/** What a letter says: the members fill the templates {@code letters/<kind>.html} and {@code .txt}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(name = AccountNoticeLetter.KIND, value = AccountNoticeLetter.class),
    @JsonSubTypes.Type(name = LoginLinkLetter.KIND, value = LoginLinkLetter.class),
    @JsonSubTypes.Type(name = NoClientRecordLetter.KIND, value = NoClientRecordLetter.class),
    @JsonSubTypes.Type(name = PasswordResetLetter.KIND, value = PasswordResetLetter.class),
    @JsonSubTypes.Type(name = PasswordsGuessedLetter.KIND, value = PasswordsGuessedLetter.class),
    @JsonSubTypes.Type(name = StaffInvitationLetter.KIND, value = StaffInvitationLetter.class)
})
public sealed interface LetterContent
        permits AccountNoticeLetter,
                LoginLinkLetter,
                NoClientRecordLetter,
                PasswordResetLetter,
                PasswordsGuessedLetter,
                StaffInvitationLetter {

    String kind();

    String clinicName();

    String subject();

    /** From then on the letter is not worth sending. */
    Optional<Instant> usefulUntil();
}
