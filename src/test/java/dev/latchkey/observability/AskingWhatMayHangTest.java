package dev.latchkey.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AskingWhatMayHangTest {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void waits_a_second_and_asks_nothing_more_until_it_is_answered() {
        var late = new CountDownLatch(1);
        var inquiry = new Inquiry<>(Duration.ZERO, () -> {
            late.await();
            return asked.incrementAndGet();
        });

        assertTimeout(
                Duration.ofMillis(1900), () -> assertThat(inquiry.answer()).isEmpty());
        assertThat(inquiry.answer()).isEmpty();
        late.countDown();

        await().until(() -> inquiry.answer().isPresent());
        assertThat(asked.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void lets_the_last_answer_stand_until_the_next_is_much_too_late() {
        var late = new CountDownLatch(1);
        var inquiry = new Inquiry<>(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(500), () -> {
            if (asked.incrementAndGet() > 1) {
                late.await();
            }
            return "here";
        });

        assertThat(inquiry.answer()).contains("here");
        assertThat(inquiry.answer()).contains("here");
        await().until(() -> inquiry.answer().isEmpty());
        assertThat(asked.get()).isEqualTo(2);
        late.countDown();

        await().until(() -> inquiry.answer().isPresent());
    }

    @Test
    void lets_no_answer_stand_after_a_failure() {
        var inquiry = new Inquiry<>(Duration.ZERO, Duration.ofMillis(10), Duration.ofHours(1), () -> {
            switch (asked.incrementAndGet()) {
                case 1 -> {
                    return "here";
                }
                case 2 -> throw new IllegalStateException("gone");
                default -> throw new AssertionError(NEVER.await(1, TimeUnit.DAYS));
            }
        });

        assertThat(inquiry.answer()).contains("here");
        assertThat(inquiry.answer()).isEmpty();
        assertThat(inquiry.answer()).isEmpty();
    }

    @Test
    void repeats_an_answer_while_it_is_good() {
        var inquiry = new Inquiry<>(Duration.ofHours(1), asked::incrementAndGet);

        assertThat(inquiry.answer()).contains(1);
        assertThat(inquiry.answer()).contains(1);
    }

    @Test
    void takes_a_failure_for_no_answer_and_asks_again() {
        var inquiry = new Inquiry<>(Duration.ZERO, () -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
            }
            return "here";
        });

        assertThat(inquiry.answer()).isEmpty();
        assertThat(inquiry.answer()).contains("here");
    }
}
