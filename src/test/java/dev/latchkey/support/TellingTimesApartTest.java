package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TellingTimesApartTest {

    private static final long MILLISECOND = 1_000_000;

    private final Random random = new Random(1);

    @Test
    void finds_nothing_where_there_is_only_noise() {
        for (var run = 0; run < 1000; run++) {
            assertThat(Times.differences(Map.of("known", times(0), "unknown", times(0))))
                    .isEmpty();
        }
    }

    @Test
    void finds_five_milliseconds_in_the_noise_of_a_busy_machine() {
        for (var run = 0; run < 20; run++) {
            assertThat(Times.differences(Map.of("known", times(5), "unknown", times(0))))
                    .hasSize(1);
        }
    }

    /** Scattered by 3 ms, and one in twenty a straggler. */
    private List<Long> times(int slower) {
        return Stream.generate(() -> 10 + slower + 3 * random.nextGaussian() + (random.nextInt(20) == 0 ? 200 : 0))
                .limit(60)
                .map(millis -> (long) (millis * MILLISECOND))
                .toList();
    }
}
