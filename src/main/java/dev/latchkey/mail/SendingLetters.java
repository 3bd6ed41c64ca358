package dev.latchkey.mail;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.Job;
import dev.latchkey.jobs.Noting;
import dev.latchkey.jobs.TryAgain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes a queued letter to the mail server: one short transaction before, one after, and none during the conversation. */
@ApplicationScoped
class SendingLetters implements Job {

    private final Letters letters;
    private final Postman postman;
    private final MailSettings settings;
    private final Noting noting;
    private final Event<LetterLost> lost;
    private final Event<LetterSettled> settled;
    private final Clock clock;

    SendingLetters(
            Letters letters,
            Postman postman,
            MailSettings settings,
            Noting noting,
            Event<LetterLost> lost,
            Event<LetterSettled> settled,
            Clock clock) {
        this.letters = letters;
        this.postman = postman;
        this.settings = settings;
        this.noting = noting;
        this.lost = lost;
        this.settled = settled;
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
        var letter = letters.findAndLock(id).filter(Letter::isQueued);
        letter.ifPresent(queued -> queued.beginAttempt(clock.instant()));
        letter.ifPresent(this::tell);
        return letter.filter(Letter::isQueued);
    }

    private void attempt(Letter letter) {
        var failure = postman.deliver(letter);
        var again = noting.inTheEnd(() -> note(letter.id(), failure));
        failure.filter(why -> again).ifPresent(why -> {
            throw new TryAgain(why.code());
        });
    }

    private boolean note(UUID id, Optional<DeliveryFailure> failure) {
        var letter = letters.findAndLock(id).orElseThrow();
        var now = clock.instant();
        failure.ifPresentOrElse(why -> letter.notSent(why, now, settings.giveUpAfter()), () -> letter.sent(now));
        tell(letter);
        return letter.isQueued();
    }

    private void tell(Letter letter) {
        letter.lost().ifPresent(lost::fire);
        letter.settled().map(LetterSettled::new).ifPresent(settled::fire);
    }
}
