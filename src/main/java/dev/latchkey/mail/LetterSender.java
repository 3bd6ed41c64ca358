package dev.latchkey.mail;

import dev.latchkey.smtp.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes a letter of what is sealed, and gives it to the mail server: a conversation for each. */
@ApplicationScoped
class LetterSender {

    private static final Logger LOG = Logger.getLogger(LetterSender.class);

    private final SealedLetterContent sealedContent;
    private final MessageComposer composer;
    private final Conversations conversations;

    LetterSender(SealedLetterContent sealedContent, MessageComposer composer, Conversations conversations) {
        this.sealedContent = sealedContent;
        this.composer = composer;
        this.conversations = conversations;
    }

    /** Why the letter was not taken, or nothing if it was. */
    Optional<DeliveryFailure> deliver(Letter letter) {
        try {
            var content = sealedContent.open(Objects.requireNonNull(letter.content()));
            var message = composer.compose(letter.id(), letter.recipient(), content);
            return DeliveryFailure.of(conversations.hold(List.of(message)).get(0));
        } catch (RuntimeException e) {
            LOG.errorf(e, "letter %s could not be made", letter.id());
            return Optional.of(DeliveryFailure.UNREADABLE);
        }
    }
}
