package dev.latchkey.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

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
    void lets_no_member_in_who_has_none() {
        assertThat(passwords.matches("no one has this password", null)).isFalse();
    }

    @Test
    void recognises_it_after_the_cost_was_raised() {
        var before = costing(Map.of("latchkey.password.memory", "64")).hash(PASSWORD);

        assertThat(passwords.matches(PASSWORD, before)).isTrue();
    }

    /** By the reference implementation's command, and by the library that hashed ours before. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a long sentence, with a comma | $argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$kaKjhfX4dtWPG3yyTTLkdzi6u4DESNKRReDzDTN1PVo
            four lanes                    | $argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHRzYWx0c2FsdA$EFjbDq7qZ7Y7bhyldYx6tgAax2K/F5q5l02ryeTufLY
            pässwörd ☂ 𝄞                  | $argon2id$v=19$m=19456,t=2,p=1$2w/Ag9cM5T+q8GuyUJVg9w$5iHiOsSrystqkLvMjDCjKrJTIX46hPfRBTOQF1++TIo
            """)
    void recognises_what_others_have_hashed(String password, String hash) {
        assertThat(passwords.matches(password, hash)).isTrue();
        assertThat(passwords.matches(password + "!", hash)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a sentence of Zoë’s, a sentence of Zoe\u0308’s",
        "correct horse battery, correct\u00a0horse\u3000battery",
        "Ångström is a unit, A\u030angstro\u0308m is a unit",
        "한국어로 된 긴 문장, \u1112\u1161\u11ab국어로 된 긴 문장"
    })
    void recognises_it_from_every_keyboard(String one, String other) {
        assertThat(passwords.matches(other, passwords.hash(one))).isTrue();
        assertThat(passwords.matches(one, passwords.hash(other))).isTrue();
        assertThat(passwords.needsRehash(other, passwords.hash(other))).isFalse();
    }

    @Test
    void recognises_what_was_hashed_as_it_was_typed_and_hashes_it_again() {
        var typed = "zoe\u0308 and a\u00a0blank";
        var before = new Argon2PasswordEncoder(16, 32, 1, 19456, 2).encode(typed);

        assertThat(passwords.matches(typed, before)).isTrue();
        assertThat(passwords.needsRehash(typed, before)).isTrue();
    }

    @Test
    void takes_half_of_a_surrogate_pair_for_a_question_mark() {
        assertThat(passwords.matches("correct \ud83d battery", passwords.hash("correct ? battery")))
                .isTrue();
    }

    private static Passwords costing(Map<String, String> settings) {
        return new Passwords(new SmallRyeConfigBuilder()
                .withMapping(PasswordSettings.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(PasswordSettings.class));
    }
}
