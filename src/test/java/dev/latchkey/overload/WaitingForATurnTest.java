package dev.latchkey.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.http.WebReason;
import dev.latchkey.kernel.Refusal;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingForATurnTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Bulkhead turns = new Bulkhead(1, LONG, 2);
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    @Test
    void is_for_a_few_and_sends_all_others_away_at_once() throws Exception {
        var turn = turns.acquire();
        comes();
        comes();
        await().until(() -> waiting.size() == 2 && turns.waiting() == 2);

        var refused = catchThrowableOfType(Refusal.class, turns::acquire);

        assertThat(refused.reason()).isEqualTo(WebReason.OVERLOADED);
        assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(1));
        turn.close();
        for (var one : waiting) {
            one.get();
        }
        turns.acquire().close();
    }

    @Test
    void ends_with_a_refusal_when_it_takes_too_long() {
        var impatient = new Bulkhead(1, Duration.ofMillis(1), 2);
        try (var ignored = impatient.acquire()) {
            var refused = catchThrowableOfType(Refusal.class, impatient::acquire);

            assertThat(refused.reason()).isEqualTo(WebReason.UNAVAILABLE);
        }
        assertThat(impatient.waiting()).isZero();
    }

    @Test
    void leaves_the_places_of_a_node_to_others() throws Exception {
        var requests = new ConcurrencyLimit(new SmallRyeConfigBuilder()
                .withMapping(OverloadSettings.class)
                .build()
                .getConfigMapping(OverloadSettings.class));
        var turn = turns.acquire();
        for (var n = 0; n < 2; n++) {
            assertThat(requests.tryAcquire()).isTrue();
            comes(() -> requests.work(() -> turns.acquire().close()));
        }
        await().until(() -> turns.waiting() == 2 && requests.inFlight() == 0);

        for (var n = 0; n < 128; n++) {
            assertThat(requests.tryAcquire()).isTrue();
        }
        assertThat(requests.tryAcquire()).isFalse();

        turn.close();
        for (var one : waiting) {
            one.get();
        }
        assertThat(requests.inFlight()).isEqualTo(128);
    }

    private void comes() {
        comes(() -> turns.acquire().close());
    }

    private void comes(Runnable act) {
        waiting.add(CompletableFuture.runAsync(act, work -> new Thread(work).start()));
    }
}
