package dev.latchkey.mail;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import dev.latchkey.jobs.Queues;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.ratelimit.RateLimits.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** The one way to send a letter: it is queued in the transaction of its cause, sent soon after the commit, and never without it. */
@ApplicationScoped
public class QueueingLetters {

    private final Letters letters;
    private final SealedLetterContent sealedContent;
    private final LetterBudget budget;
    private final Queues queues;
    private final SendingLetters sending;
    private final Event<LetterFinished> finished;
    private final Clock clock;

    QueueingLetters(
            Letters letters,
            SealedLetterContent sealedContent,
            LetterBudget budget,
            Queues queues,
            SendingLetters sending,
            Event<LetterFinished> finished,
            Clock clock) {
        this.letters = letters;
        this.sealedContent = sealedContent;
        this.budget = budget;
        this.queues = queues;
        this.sending = sending;
        this.finished = finished;
        this.clock = clock;
    }

    /** Refuses where there were too many, and with the letter what it is about. */
    @Transactional(MANDATORY)
    public UUID queue(UUID clinicId, EmailAddress recipient, LetterContent content) {
        return queue(List.of(new NewLetter(clinicId, recipient, content))).get(0);
    }

    /** All of them or, where there were too many, none. */
    @Transactional(MANDATORY)
    public List<UUID> queue(List<NewLetter> all) {
        budget.spend(all);
        return all.stream().map(this::add).toList();
    }

    /** For a letter that only tells what has happened: it refuses nothing, and is left out where there were too many. */
    @Transactional(MANDATORY)
    public void queueNotice(UUID clinicId, EmailAddress recipient, LetterContent content) {
        if (budget.trySpendNotice(recipient)) {
            add(new NewLetter(clinicId, recipient, content));
        }
    }

    /** When the clinic has room for each of many letters that are queued at once. */
    public BulkPace findBulkPace(UUID clinicId) {
        return new BulkPace(budget.findBulkPace(clinicId));
    }

    private UUID add(NewLetter what) {
        var letter = new Letter(what, sealedContent.seal(what.content()), clock.instant());
        letters.persist(letter);
        queues.wake(sending);
        return letter.id();
    }

    /** Keeps letters from being sent that their causes have overtaken. One that is out or on its way cannot be called back. */
    @Transactional(MANDATORY)
    public void withdraw(Collection<UUID> letterIds) {
        if (!letterIds.isEmpty()) {
            letters.findAndLock(letterIds).forEach(letter -> letter.withdraw().ifPresent(finished::fire));
        }
    }

    /** @param paces by each of the limits */
    public record BulkPace(List<Pace> paces) {

        /** @param place from 0 on */
        public Duration waitOf(int place) {
            return paces.stream()
                    .map(pace -> pace.waitOf(place))
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        }
    }
}
