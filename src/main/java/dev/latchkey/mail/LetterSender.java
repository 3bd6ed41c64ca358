package dev.latchkey.mail;

import dev.latchkey.smtp.Conversations;
import dev.latchkey.smtp.Outcome;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Makes letters of what is sealed, and gives them to the mail server in one conversation. */
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

    /**
     * Those whose turn does not come are not named.
     *
     * @param note is told, while others go out, why letters were not taken, or that they were
     */
    void deliver(List<Letter> letters, Consumer<Map<UUID, Attempt>> note) {
        var messages = new LinkedHashMap<UUID, MailMessage>();
        var unreadable = new HashMap<UUID, Attempt>();
        for (var letter : letters) {
            compose(letter)
                    .ifPresentOrElse(
                            message -> messages.put(letter.id(), message),
                            () -> unreadable.put(letter.id(), Attempt.UNREADABLE));
        }
        if (!unreadable.isEmpty()) {
            note.accept(unreadable);
        }
        if (!messages.isEmpty()) {
            send(messages, note);
        }
    }

    private Optional<MailMessage> compose(Letter letter) {
        try {
            var content = sealedContent.open(Objects.requireNonNull(letter.content()));
            return Optional.of(composer.compose(letter.id(), letter.recipient(), content));
        } catch (RuntimeException e) {
            LOG.errorf(e, "letter %s could not be made", letter.id());
            return Optional.empty();
        }
    }

    private void send(Map<UUID, MailMessage> messages, Consumer<Map<UUID, Attempt>> note) {
        var next = messages.keySet().iterator();
        conversations.hold(List.copyOf(messages.values()), answers -> {
            var attempts = new HashMap<UUID, Attempt>();
            for (var answer : answers) {
                var id = next.next();
                if (answer.outcome() != Outcome.UNTRIED) {
                    attempts.put(id, Attempt.of(answer));
                }
            }
            if (!attempts.isEmpty()) {
                note.accept(attempts);
            }
        });
    }
}
