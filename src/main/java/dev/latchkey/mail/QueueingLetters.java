package dev.latchkey.mail;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.jobs.BackgroundWork;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** The one way to send a letter: it is queued in the transaction of its cause, sent soon after the commit, and never without it. */
@ApplicationScoped
public class QueueingLetters {

    private final Letters letters;
    private final SealedLetterContent sealedContent;
    private final LetterBudget budget;
    private final BackgroundWork work;
    private final SendingLetters sending;
    private final Event<LetterFinished> finished;
    private final Clock clock;

    QueueingLetters(
            Letters letters,
            SealedLetterContent sealedContent,
            LetterBudget budget,
            BackgroundWork work,
            SendingLetters sending,
            Event<LetterFinished> finished,
            Clock clock) {
        this.letters = letters;
        this.sealedContent = sealedContent;
        this.budget = budget;
        this.work = work;
        this.sending = sending;
        this.finished = finished;
        this.clock = clock;
    }

    /** Refuses where there were too many, and with the letter what it is about. */
    @Transactional(MANDATORY)
    public UUID queue(UUID clinicId, EmailAddress recipient, LetterContent content) {
        budget.spend(clinicId, recipient, content);
        return add(clinicId, recipient, content);
    }

    /** For a letter that only tells what has happened: it refuses nothing, and is left out where there were too many. */
    @Transactional(MANDATORY)
    public void queueNotice(UUID clinicId, EmailAddress recipient, LetterContent content) {
        if (budget.trySpendNotice(recipient)) {
            add(clinicId, recipient, content);
        }
    }

    private UUID add(UUID clinicId, EmailAddress recipient, LetterContent content) {
        var letter = new Letter(clinicId, recipient, content, sealedContent.seal(content), clock.instant());
        letters.persist(letter);
        work.schedule(sending, letter.id());
        return letter.id();
    }

    /** Keeps a letter from being sent that its cause has overtaken. One that is out or on its way cannot be called back. */
    @Transactional(MANDATORY)
    public void withdraw(UUID letterId) {
        letters.findAndLock(letterId).flatMap(Letter::withdraw).ifPresent(finished::fire);
    }
}
