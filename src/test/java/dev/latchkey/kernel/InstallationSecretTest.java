package dev.latchkey.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class InstallationSecretTest {

    private static final byte[] LETTER = "a letter".getBytes(UTF_8);

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
        var elsewhere = new byte[32];
        elsewhere[0] = 1;

        assertThatIllegalStateException().isThrownBy(() -> secret.unseal("keys", sealed));
        assertThatIllegalStateException().isThrownBy(() -> new InstallationSecret(elsewhere).unseal("letters", sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThatIllegalStateException().isThrownBy(() -> secret.unseal("letters", sealed));
    }

    @Test
    void recognises_a_text_for_one_purpose() {
        assertThat(secret.keyedHash("a", "mia@example.org")).isEqualTo(secret.keyedHash("a", "mia@example.org"));
        assertThat(secret.keyedHash("a", "mia@example.org")).isNotEqualTo(secret.keyedHash("b", "mia@example.org"));
    }

    @Test
    void has_256_bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstallationSecret(new byte[31]));
    }
}
