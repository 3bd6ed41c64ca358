package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamingAFileTest {

    @ParameterizedTest
    @CsvSource({
        "exercises.pdf,           exercises.pdf",
        "' spaces at the ends ',  'spaces at the ends'",
        ".hidden,                 .hidden",
        "Übungen für Ľuboš.pdf,   Übungen für Ľuboš.pdf",
        "👩‍⚕️.png,              👩‍⚕️.png"
    })
    void keeps_what_was_given(String given, String kept) {
        assertThat(FileName.parse(given).text()).isEqualTo(kept);
        assertThat(FileName.ofPath(given).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd,         passwd",
        "./knee.png,               knee.png",
        "/etc/passwd,              passwd",
        "C:\\Users\\mia\\scan.png, scan.png",
        "d:/scan.png,              scan.png",
        "\\\\server\\scan.png,     scan.png",
        "..\\..\\boot.ini,         boot.ini"
    })
    void keeps_the_last_segment_of_a_whole_path_alone(String sent, String kept) {
        assertThat(FileName.ofPath(sent).text()).isEqualTo(kept);
        assertThatThrownBy(() -> FileName.parse(sent)).hasMessage("file-name-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Blood test 12/03/2026.pdf", "left\\right.pdf", "2026/knee.pdf"})
    void cuts_no_name_at_its_slashes(String given) {
        assertThatThrownBy(() -> FileName.parse(given)).hasMessage("file-name-invalid");
        assertThatThrownBy(() -> FileName.ofPath(given)).hasMessage("file-name-invalid");
    }

    @Test
    void writes_a_letter_and_its_accent_as_one_character() {
        assertThat(FileName.parse("U\u0308bung.pdf").text()).isEqualTo("\u00DCbung.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                ".",
                "..",
                "folder/",
                "folder\\..",
                "a\0.pdf",
                "a\r\nSet-Cookie: x.pdf",
                "a\u007f.pdf",
                "a\u0085.pdf",
                "a\u2028.pdf",
                "a\u202Efdp.exe",
                "a\u2067.pdf",
                "a\uD800.pdf",
                "a\uFFFD.pdf",
                "\u200b",
                "\u3164",
                "a\u0092.pdf",
                "a\u200b.pdf",
                "a\u200f.pdf",
                "a.pdf\ufeff"
            })
    void refuses_what_cannot_be_read(String sent) {
        assertThatThrownBy(() -> FileName.parse(sent)).hasMessage("file-name-invalid");
    }

    @Test
    void counts_characters_as_people_do() {
        assertThat(FileName.parse("😀".repeat(255)).text()).hasSize(510);
        assertThatThrownBy(() -> FileName.parse("a".repeat(256))).hasMessage("file-name-invalid");
    }
}
