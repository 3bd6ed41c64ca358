package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void is_256_bits_that_never_come_again() {
        var secrets =
                Stream.generate(Secret::random).limit(1000).map(Secret::value).toList();

        assertThat(secrets)
                .doesNotHaveDuplicates()
                .allMatch(each -> Base64.getUrlDecoder().decode(each).length == 32);
    }

    @Test
    void does_not_show_itself() {
        var secret = Secret.random();

        assertThat(secret.toString()).doesNotContain(secret.value());
        assertThat(secret.hash()).hasSize(32).isEqualTo(new Secret(secret.value()).hash());
    }
}
