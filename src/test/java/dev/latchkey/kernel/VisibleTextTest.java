package dev.latchkey.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the database has the same notion is what {@code KeepingTextsTest} sees to. */
class VisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Zoë Ångström",
                "李小龙",
                "葛\udb40\udd00城", // a form of the letter, as its owner writes it
                "\ud884\udf50", // an ideograph that Java 17 does not know
                "👩‍👩‍👧 ❤️",
                "🫠🫶", // neither does it know these
                "a\u00a0b",
                "نیک\u200cنام",
                "क\u094d\u200dष",
                "O’Brien-Smith",
                "correct horse battery staple"
            })
    void takes_what_a_person_writes(String text) {
        assertThat(VisibleText.isLine(text)).isTrue();
        assertThat(VisibleText.isText(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u2003",
                "\u200b",
                "\u200d",
                "\u200c\u3000\u200c",
                "\u3164",
                "\u2800",
                "\ufe0f",
                "\u034f",
                "O\u0092Brien",
                "a\u0000",
                "a\u001bb",
                "a\u007fb",
                "a\u0085b",
                "a\u00adb",
                "Larsen\u202e",
                "\u2067Larsen\u2069",
                "Lar\u200bsen",
                "Lar\u200fsen",
                "\ufeffLarsen",
                "Larsen\u200d",
                "\u200cLarsen",
                "Larsen\u3164",
                "a\u2060b",
                "a\ufff9b",
                "a\udb40\udc41b",
                "a\u0378b",
                "a\uffffb",
                "a\ue000b",
                "\ud83d",
                "a\ude00b"
            })
    void takes_nothing_that_is_not_seen_or_steers_the_writing(String text) {
        assertThat(VisibleText.isLine(VisibleText.line(text))).isFalse();
        assertThat(VisibleText.isText(VisibleText.text(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\r\nb", "a\tb", "a\u000bb", "a\u2028b", "a\u2029b"})
    void keeps_the_lines_of_a_text_alone(String text) {
        assertThat(VisibleText.isLine(VisibleText.line(text))).isFalse();
        assertThat(VisibleText.text(text)).isIn("a\nb", "a\tb");
        assertThat(VisibleText.isText(VisibleText.text(text))).isTrue();
        assertThat(VisibleText.isText("a\r\nb")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s ",
                " %s",
                "\u00a0%s\u2003",
                "\t%s\r\n",
                "\u3000%s\u3000",
                "\u0085%s",
                "\u2028%s\u202f",
                "%s\n\n"
            })
    void leaves_out_the_blanks_around_it(String typed) {
        assertThat(VisibleText.line(typed.formatted("Mia"))).isEqualTo("Mia");
        assertThat(VisibleText.text(typed.formatted("12 Park Rd\nPerth"))).isEqualTo("12 Park Rd\nPerth");
    }

    @Test
    void composes_a_letter_and_its_accent() {
        assertThat(VisibleText.line("Zoe\u0308")).isEqualTo("Zoë");
        assertThat(VisibleText.isLine("Zoe\u0308")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "John Smith, john  SMITH",
        "O’Brien, O'Brien",
        "Smith-Jones, Smith‑Jones",
        "Zoë, Zoe\u0308",
        "Ａｎｎ, Ann",
        "A\u200cB, AB"
    })
    void finds_alike_what_looks_the_same(String one, String other) {
        assertThat(VisibleText.likeness(one)).isEqualTo(VisibleText.likeness(other));
    }

    @Test
    void does_not_look_at_what_its_length_refuses() {
        var beyond = "\n".repeat(4 * VisibleText.LONGEST + 1);

        assertThat(VisibleText.isLine(VisibleText.line(beyond))).isTrue();
        assertThat(VisibleText.isText(VisibleText.text(beyond))).isTrue();
    }
}
