package dev.latchkey.bounces;

import static java.util.Comparator.comparing;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.Letters.NotedBounce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Notes which letters came back, and flags the addresses of those that did for good. */
@ApplicationScoped
class ReportingBounces {

    private final Letters letters;
    private final FlaggingAddress flagging;
    private final Event<LetterBounced> bounced;
    private final Clock clock;

    ReportingBounces(Letters letters, FlaggingAddress flagging, Event<LetterBounced> bounced, Clock clock) {
        this.letters = letters;
        this.flagging = flagging;
        this.bounced = bounced;
        this.clock = clock;
    }

    /** What is reported again changes nothing. Letters are locked in the order of their ids, as all lock them, and then addresses in theirs. */
    @Transactional(Transactional.TxType.MANDATORY)
    MailEventCountsView report(List<BouncedLetter> all) {
        var now = clock.instant();
        var gone = new TreeMap<String, Runnable>();
        var accepted = all.stream()
                .filter(letter -> letter.letterId().isPresent())
                .sorted(comparing(letter -> letter.letterId().toString()))
                .filter(letter -> note(letter, letter.letterId().orElseThrow(), now, gone))
                .count();
        gone.values().forEach(Runnable::run);
        return new MailEventCountsView((int) accepted, all.size() - (int) accepted);
    }

    /**
     * False if we wrote no such letter to this recipient.
     *
     * @param gone by clinic and address, what flags those whose mailbox is gone
     */
    private boolean note(BouncedLetter letter, UUID id, Instant now, Map<String, Runnable> gone) {
        var noted = EmailAddress.parse(letter.recipient())
                .flatMap(recipient -> letters.noteBounce(id, recipient, letter.bounce(now)));
        noted.filter(NotedBounce::isNews).ifPresent(news -> {
            bounced.fire(new LetterBounced(id, news.clinicId(), news.recipient()));
            if (letter.isMailboxGone()) {
                gone.put(
                        news.clinicId() + " " + news.recipient().key(),
                        () -> flagging.flag(news.clinicId(), news.recipient(), letter.code(), "bounced"));
            }
        });
        return noted.isPresent();
    }

    /**
     * How many of the letters that were named came back.
     *
     * @param ignored those that we did not write, or not to this recipient
     */
    record MailEventCountsView(int accepted, int ignored) {}
}
