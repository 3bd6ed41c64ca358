package dev.latchkey.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeepingAPasswordTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final Passwords passwords = costing(Map.of());

    @Test
    void costs_what_owasp_asks_for() {
        assertThat(passwords.hash(PASSWORD)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void recognises_it_and_no_other() {
        var hash = passwords.hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, passwords.hash("another"))).isFalse();
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void lets_nobody_in_who_has_none() {
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }

    @Test
    void recognises_it_after_the_cost_was_raised() {
        var before = costing(Map.of("latchkey.password.memory", "64")).hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, before)).isTrue();
    }

    private static Passwords costing(Map<String, String> settings) {
        return new Passwords(new SmallRyeConfigBuilder()
                .withMapping(PasswordSettings.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(PasswordSettings.class));
    }
}
