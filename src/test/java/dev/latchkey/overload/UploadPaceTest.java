package dev.latchkey.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadPaceTest {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final UploadPace pace = new UploadPace(4096, WINDOW, Duration.ofMinutes(20));

    @Test
    void is_kept_by_a_caller_who_sends_enough_in_every_window() {
        assertThat(pace.checkPace(40_960, WINDOW)).isTrue();
        assertThat(pace.checkPace(81_920, WINDOW.multipliedBy(2))).isTrue();
        assertThat(pace.checkPace(122_879, WINDOW.multipliedBy(3))).isFalse();
    }

    @Test
    void is_not_made_up_for_by_what_came_before() {
        assertThat(pace.checkPace(10_000_000, WINDOW)).isTrue();
        assertThat(pace.checkPace(10_000_001, WINDOW.multipliedBy(2))).isFalse();
    }

    @Test
    void counts_from_the_first_read() {
        assertThat(pace.checkTime(0, WINDOW)).isTrue();
        assertThat(pace.checkTime(10_000_000, WINDOW.multipliedBy(2))).isTrue();
        assertThat(pace.checkPace(10_040_960, WINDOW.multipliedBy(3))).isTrue();
        assertThat(pace.checkPace(10_040_961, WINDOW.multipliedBy(4))).isFalse();
        assertThat(pace.checkTime(20_000_000, Duration.ofMinutes(20))).isFalse();
    }

    @Test
    void ends_after_twenty_minutes_however_fast_it_is() {
        assertThat(pace.checkPace(1_000_000_000, Duration.ofSeconds(1199))).isTrue();
        assertThat(pace.checkPace(2_000_000_000, Duration.ofSeconds(1200))).isFalse();
    }
}
