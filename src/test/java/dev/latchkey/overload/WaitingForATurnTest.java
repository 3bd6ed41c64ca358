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

    private final Turns turns = new Turns(1, LONG, 2);
    private final List<CompletableFuture<Void>> waiting = new ArrayList<>();

    @Test
    void is_for_a_few_and_sends_all_others_away_at_once() throws Exception {
        var turn = turns.take();
        comes();
        comes();
        await().until(() -> waiting.size() == 2 && turns.waiting() == 2);

        var refused = catchThrowableOfType(Refusal.class, turns::take);

        assertThat(refused.reason()).isEqualTo(WebReason.OVERLOADED);
        assertThat(refused.retryAfter()).hasValue(Duration.ofSeconds(1));
        turn.close();
        for (var one : waiting) {
            one.get();
        }
        turns.take().close();
    }

    @Test
    void ends_with_a_refusal_when_it_takes_too_long() {
        var impatient = new Turns(1, Duration.ofMillis(1), 2);
        try (var ignored = impatient.take()) {
            var refused = catchThrowableOfType(Refusal.class, impatient::take);

            assertThat(refused.reason()).isEqualTo(WebReason.UNAVAILABLE);
        }
        assertThat(impatient.waiting()).isZero();
    }

    @Test
    void leaves_the_places_of_a_node_to_others() throws Exception {
        var requests = new RequestsAtOnce(new SmallRyeConfigBuilder()
                .withMapping(OverloadSettings.class)
                .build()
                .getConfigMapping(OverloadSettings.class));
        var turn = turns.take();
        for (var n = 0; n < 2; n++) {
            assertThat(requests.mayEnter()).isTrue();
            comes(() -> requests.work(() -> turns.take().close()));
        }
        await().until(() -> turns.waiting() == 2 && requests.inFlight() == 0);

        for (var n = 0; n < 128; n++) {
            assertThat(requests.mayEnter()).isTrue();
        }
        assertThat(requests.mayEnter()).isFalse();

        turn.close();
        for (var one : waiting) {
            one.get();
        }
        assertThat(requests.inFlight()).isEqualTo(128);
    }

    private void comes() {
        comes(() -> turns.take().close());
    }

    private void comes(Runnable act) {
        waiting.add(CompletableFuture.runAsync(act, work -> new Thread(work).start()));
    }
}
