package dev.latchkey.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpKeyTest {

    /** Of RFC 6238, appendix B, whose codes have two digits more in front. */
    private final TotpKey key = new TotpKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private final Instant now = Instant.parse("2026-11-25T10:00:10Z");
    private final long present = now.getEpochSecond() / 30;

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makes_the_codes_of_the_standard(long second, String code) {
        assertThat(key.codeAt(second / 30)).isEqualTo(code);
        assertThat(key.stepOf(code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void takes_the_code_of_now_and_of_the_steps_beside_it(long away) {
        assertThat(key.stepOf(key.codeAt(present + away), now)).hasValue(present + away);
    }

    @ParameterizedTest
    @ValueSource(longs = {-20, -2, 2, 20})
    void takes_no_code_of_another_time(long away) {
        assertThat(key.stepOf(key.codeAt(present + away), now)).isEmpty();
    }

    @Test
    void takes_no_code_of_another_key() {
        assertThat(TotpKey.random().stepOf(key.codeAt(present), now)).isEmpty();
    }

    @Test
    void is_typed_in_base32() {
        assertThat(key.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(TotpKey.random().base32()).matches("[A-Z2-7]{32}");
    }

    @Test
    void shows_in_no_log() {
        assertThat(key).hasToString("TotpKey[hidden]");
    }
}
