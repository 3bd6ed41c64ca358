package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OneTimeTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

    private final Secret secret = Secret.random();
    private final OneTimeToken token = OneTimeToken.of(secret, NOW.plusSeconds(60));

    @Test
    void is_open_until_its_time_is_over() {
        assertThat(token.isOpen(NOW.plusSeconds(59))).isTrue();
        assertThat(token.isOpen(NOW.plusSeconds(60))).isFalse();
        assertThat(token.isExpired(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void works_once() {
        var spent = token.spend(NOW);

        assertThat(spent.isOpen(NOW)).isFalse();
        assertThat(spent.isSpent()).isTrue();
        assertThat(spent.isExpired(NOW)).isFalse();
    }

    @Test
    void knows_the_secret_by_its_hash_alone() {
        assertThat(token.tokenHash()).isEqualTo(secret.hash());
        assertThat(token.toString()).doesNotContain(secret.value());
    }
}
