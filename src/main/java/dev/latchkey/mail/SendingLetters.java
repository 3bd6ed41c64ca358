package dev.latchkey.mail;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static java.util.Comparator.comparing;

import dev.latchkey.jobs.OutcomeRecorder;
import dev.latchkey.jobs.Queue;
import dev.latchkey.smtp.Conversations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Takes queued letters to the mail server: one short transaction before the conversation, and one for what became of a few
 * letters, while the others go out. */
@ApplicationScoped
class SendingLetters implements Queue {

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
    public String table() {
        return "letter";
    }

    @Override
    public Optional<String> formerJob() {
        return Optional.of("letter");
    }

    @Override
    public int batchSize() {
        return Conversations.MOST_LETTERS;
    }

    /** They wait for the mail server. */
    @Override
    public int workers(int most) {
        return most;
    }

    /** What became of a letter is noted while the others go out, or a node that dies would have them sent again. */
    @Override
    public Rest work(List<UUID> ids) {
        var useful = requiringNew().call(() -> begin(ids));
        var tried = new HashSet<UUID>();
        var failed = new ArrayList<UUID>();
        sender.deliver(useful, attempts -> {
            failed.addAll(outcomes.recordEventually(() -> note(attempts)));
            tried.addAll(attempts.keySet());
        });
        return new Rest(
                failed,
                useful.stream()
                        .map(Letter::id)
                        .filter(id -> !tried.contains(id))
                        .toList());
    }

    private List<Letter> begin(List<UUID> ids) {
        var claimed = letters.findAndLock(ids);
        claimed.forEach(letter -> letter.expire(clock.instant()).ifPresent(finished::fire));
        return claimed.stream()
                .filter(SendingLetters::isQueued)
                .sorted(comparing(Letter::isUrgent).reversed().thenComparing(Letter::hasFailedBefore))
                .toList();
    }

    private static boolean isQueued(Letter letter) {
        return letter.delivery().isQueued();
    }

    /** Which of them wait for another attempt. */
    private List<UUID> note(Map<UUID, Attempt> attempts) {
        var now = clock.instant();
        var noted = letters.findAndLock(attempts.keySet());
        noted.forEach(letter -> settle(letter, Objects.requireNonNull(attempts.get(letter.id())), now));
        return noted.stream().filter(SendingLetters::isQueued).map(Letter::id).toList();
    }

    private void settle(Letter letter, Attempt attempt, Instant now) {
        letter.answered(attempt.answer());
        attempt.failure()
                .map(why -> letter.notSent(why, now, settings.giveUpAfter()))
                .orElseGet(() -> letter.sent(now))
                .ifPresent(finished::fire);
    }
}
