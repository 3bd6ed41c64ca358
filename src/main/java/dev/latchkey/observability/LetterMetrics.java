package dev.latchkey.observability;

import dev.latchkey.mail.LetterFinished;
import dev.latchkey.mail.LetterStatus;
import dev.latchkey.mail.Letters;
import dev.latchkey.mail.Letters.LetterQueue;
import dev.latchkey.smtp.MailServerRefused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** Counts what becomes of letters, and tells of the queue, which all nodes share. While the database is away the length of the queue is unknown. */
@ApplicationScoped
class LetterMetrics {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(2);

    private final MeterRegistry registry;
    private final CachedProbe<LetterQueue> waiting;
    private final Clock clock;

    LetterMetrics(MeterRegistry registry, Letters letters, Clock clock) {
        this.registry = registry;
        this.waiting = new CachedProbe<>(BETWEEN_QUESTIONS, letters::waiting);
        this.clock = clock;
    }

    void begin(@Observes StartupEvent event) {
        Stream.of(LetterStatus.values())
                .filter(status -> status != LetterStatus.QUEUED)
                .forEach(this::settled);
        refusals();
        Gauge.builder(
                        "latchkey.letters.queued",
                        () -> waiting.answer().map(LetterQueue::letters).orElse(null))
                .description("Letters that wait to be sent, of all nodes together")
                .register(registry);
        Gauge.builder(
                        "latchkey.letters.oldest.queued",
                        () -> waiting.answer().map(this::age).orElse(null))
                .description("How long the first of them has waited, 0 if none does")
                .baseUnit("seconds")
                .register(registry);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) LetterFinished letter) {
        settled(letter.delivery().status()).increment();
    }

    void count(@Observes MailServerRefused refusal) {
        refusals().increment();
    }

    private Counter refusals() {
        return Counter.builder("latchkey.mail.server.refusals")
                .description("Attempts at which the mail server refused us, and not a recipient or a letter")
                .register(registry);
    }

    private Counter settled(LetterStatus status) {
        var outcome = status.isLost() ? "lost" : status.code();
        return Counter.builder("latchkey.letters")
                .description("Letters that wait no more: sent, lost, or withdrawn because a newer one follows")
                .tag("outcome", outcome)
                .register(registry);
    }

    private double age(LetterQueue letters) {
        var since = letters.since();
        return since == null ? 0 : Math.max(0, seconds(since));
    }

    private double seconds(Instant since) {
        return Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
