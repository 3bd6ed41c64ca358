package dev.latchkey.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InstallationSecretTest {

    private static final byte[] LETTER = "a letter".getBytes(UTF_8);

    private static final byte[] ELSEWHERE = "another secret of 32 characters.".getBytes(UTF_8);

    private final InstallationSecret secret = new InstallationSecret(new byte[32]);

    @Test
    void opens_what_it_has_sealed() {
        var sealed = secret.seal("letters", LETTER);

        assertThat(secret.unseal("letters", sealed)).isEqualTo(LETTER);
        assertThat(new String(sealed, UTF_8)).doesNotContain("letter");
        assertThat(secret.seal("letters", LETTER)).isNotEqualTo(sealed);
    }

    @Test
    void opens_nothing_sealed_for_another_purpose_or_elsewhere_or_damaged() {
        var sealed = secret.seal("letters", LETTER);

        assertThatIllegalStateException().isThrownBy(() -> secret.unseal("keys", sealed));
        assertThatIllegalStateException().isThrownBy(() -> new InstallationSecret(ELSEWHERE).unseal("letters", sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThat(secret.opens("letters", sealed)).isFalse();
        assertThat(secret.succeeding(ELSEWHERE).isSealedByPredecessor("letters", sealed))
                .isFalse();
        assertThatIllegalStateException().isThrownBy(() -> secret.unseal("letters", sealed));
    }

    @Test
    void opens_no_part_of_what_was_sealed() {
        var sealed = secret.seal("letters", LETTER);

        for (var length = 0; length < sealed.length; length++) {
            assertThat(secret.opens("letters", Arrays.copyOf(sealed, length)))
                    .as("%d bytes", length)
                    .isFalse();
        }
    }

    @Test
    void recognises_a_text_for_one_purpose() {
        assertThat(secret.keyedHash("a", "mia@example.org")).isEqualTo(secret.keyedHash("a", "mia@example.org"));
        assertThat(secret.keyedHash("a", "mia@example.org")).isNotEqualTo(secret.keyedHash("b", "mia@example.org"));
    }

    @Test
    void is_changed_without_losing_what_the_one_before_has_sealed_or_hashed() {
        var changed = new InstallationSecret(ELSEWHERE).succeeding(new byte[32]);
        var sealed = secret.seal("letters", LETTER);
        var hash = secret.keyedHash("a", "mia@example.org");

        assertThat(changed.unseal("letters", sealed)).isEqualTo(LETTER);
        assertThat(changed.opens("letters", sealed)).isTrue();
        assertThat(changed.isSealedByPredecessor("letters", sealed)).isTrue();
        assertThat(changed.recognises("a", "mia@example.org", hash)).isTrue();
        assertThat(changed.recognises("a", "noah@example.org", hash)).isFalse();
        assertThat(changed.keyedHashes("a", "mia@example.org"))
                .containsExactly(changed.keyedHash("a", "mia@example.org"), hash);
    }

    @Test
    void seals_and_hashes_nothing_more_once_it_is_the_one_before() {
        var changed = new InstallationSecret(ELSEWHERE).succeeding(new byte[32]);
        var sealed = changed.seal("letters", LETTER);

        assertThat(new InstallationSecret(ELSEWHERE).unseal("letters", sealed)).isEqualTo(LETTER);
        assertThat(changed.isSealedByPredecessor("letters", sealed)).isFalse();
        assertThat(changed.keyedHash("a", "mia@example.org")).isNotEqualTo(secret.keyedHash("a", "mia@example.org"));
    }

    @Test
    void has_256_bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstallationSecret(new byte[31]));
    }
}
