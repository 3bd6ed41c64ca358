package dev.latchkey.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " a ",
                "Zoë Ångström",
                "李小龙",
                "👩‍👩‍👧",
                "a\u00a0b",
                "O’Brien-Smith",
                "correct horse battery staple"
            })
    void takes_what_a_person_writes(String text) {
        assertThat(PlainText.Rule.isPlain(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u2003",
                "\u200b\u200d",
                "a\nb",
                "a\n",
                "\ra",
                "a\tb",
                "a\u0000",
                "a\u007f",
                "a\u0085b",
                "a\u2028b",
                "a\u2029",
                "\ud83d",
                "a\ude00b"
            })
    void takes_no_more_than_one_line_and_nothing_invisible(String text) {
        assertThat(PlainText.Rule.isPlain(text)).isFalse();
    }
}
