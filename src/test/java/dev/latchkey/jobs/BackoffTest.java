package dev.latchkey.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(5));

    @Test
    void doubles_up_to_a_limit() {
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToObj(failures -> backoff.pauseAfter(failures).toSeconds()))
                .containsExactly(5L, 10L, 20L, 40L, 80L, 160L, 300L, 300L);
    }

    @Test
    void stays_at_the_limit_for_ever() {
        assertThat(backoff.pauseAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
    }
}
