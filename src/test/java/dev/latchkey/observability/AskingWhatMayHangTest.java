package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is waited for too long ends with the test's minute, which no busy machine needs. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class AskingWhatMayHangTest {

    private static final Duration A_MOMENT = Duration.ofMillis(10);
    private static final Duration LONG = Duration.ofHours(1);

    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch late = new CountDownLatch(1);
    private volatile Callable<String> says = () -> "here";

    @Test
    void waits_a_second_and_asks_nothing_more_until_it_is_answered() {
        var inquiry = new CachedProbe<>(Duration.ZERO, () -> {
            asked.incrementAndGet();
            late.await();
            return "here";
        });

        assertThat(inquiry.answer()).isEmpty();
        await().until(() -> asked.get() == 1);
        assertThat(inquiry.answer()).isEmpty();
        assertThat(asked).hasValue(1);

        late.countDown();
        await().until(() -> inquiry.answer().isPresent());
    }

    @Test
    void lets_the_last_answer_stand_while_the_next_is_late() {
        var inquiry = new CachedProbe<>(Duration.ZERO, A_MOMENT, LONG, () -> says.call());
        await().until(() -> inquiry.answer().isPresent());

        says = this::hangs;

        await().until(() -> inquiry.answer().isPresent() && asked.get() == 1);
        assertThat(inquiry.answer()).contains("here");
    }

    @Test
    void lets_no_answer_stand_when_the_next_is_much_too_late() {
        var inquiry = new CachedProbe<>(Duration.ZERO, A_MOMENT, A_MOMENT, () -> says.call());
        await().until(() -> inquiry.answer().isPresent());

        says = this::hangs;
        await().until(() -> inquiry.answer().isEmpty());

        late.countDown();
        await().until(() -> inquiry.answer().isPresent());
    }

    @Test
    void lets_no_answer_stand_after_a_failure() {
        var inquiry = new CachedProbe<>(Duration.ZERO, A_MOMENT, LONG, () -> says.call());
        await().until(() -> inquiry.answer().isPresent());
        says = () -> {
            throw new IllegalStateException("gone");
        };
        await().until(() -> inquiry.answer().isEmpty());

        says = this::hangs;

        assertThat(inquiry.answer()).isEmpty();
        assertThat(inquiry.answer()).isEmpty();
    }

    @Test
    void repeats_an_answer_while_it_is_good() {
        var inquiry = new CachedProbe<>(LONG, LONG, LONG, asked::incrementAndGet);

        assertThat(inquiry.answer()).contains(1);
        assertThat(inquiry.answer()).contains(1);
    }

    @Test
    void takes_a_failure_for_no_answer_and_asks_again() {
        var inquiry = new CachedProbe<>(Duration.ZERO, LONG, LONG, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "here";
        });

        assertThat(inquiry.answer()).isEmpty();
        assertThat(inquiry.answer()).contains("here");
    }

    private String hangs() throws InterruptedException {
        asked.incrementAndGet();
        late.await();
        return "here";
    }
}
