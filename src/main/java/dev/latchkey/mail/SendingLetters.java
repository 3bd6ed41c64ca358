package dev.latchkey.mail;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.Job;
import dev.latchkey.jobs.OutcomeRecorder;
import dev.latchkey.jobs.RetryableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes a queued letter to the mail server: one short transaction before, one after, and none during the conversation. */
@ApplicationScoped
class SendingLetters implements Job {

    private final Letters letters;
    private final LetterSender sender;
    private final MailSettings settings;
    private final OutcomeRecorder outcomes;
    private final Event<LetterFinished> finished;
    private final Clock clock;

    SendingLetters(
            Letters letters,
            LetterSender sender,
            MailSettings settings,
            OutcomeRecorder outcomes,
            Event<LetterFinished> finished,
            Clock clock) {
        this.letters = letters;
        this.sender = sender;
        this.settings = settings;
        this.outcomes = outcomes;
        this.finished = finished;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "letter";
    }

    @Override
    public void run(UUID id) {
        requiringNew().call(() -> begin(id)).ifPresent(this::attempt);
    }

    private Optional<Letter> begin(UUID id) {
        var letter = letters.findAndLock(id).filter(this::isQueued);
        letter.flatMap(queued -> queued.beginAttempt(clock.instant())).ifPresent(finished::fire);
        return letter.filter(this::isQueued);
    }

    private boolean isQueued(Letter letter) {
        return letter.delivery().isQueued();
    }

    private void attempt(Letter letter) {
        var failure = sender.deliver(letter);
        var again = outcomes.recordEventually(() -> note(letter.id(), failure));
        failure.filter(why -> again).ifPresent(why -> {
            throw new RetryableException(why.code());
        });
    }

    private boolean note(UUID id, Optional<DeliveryFailure> failure) {
        var letter = letters.findAndLock(id).orElseThrow();
        var now = clock.instant();
        failure.map(why -> letter.notSent(why, now, settings.giveUpAfter()))
                .orElseGet(() -> letter.sent(now))
                .ifPresent(finished::fire);
        return isQueued(letter);
    }
}
