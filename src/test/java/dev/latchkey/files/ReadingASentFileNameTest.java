package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.forms.PartDisposition;
import dev.latchkey.forms.SentFileName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingASentFileNameTest {

    /** As browsers, curl, Python's requests and aiohttp, Apache HttpClient, Java Mail, .NET and Internet Explorer write it, each in its years. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "filename=\"exercises.pdf\"                        | exercises.pdf",
                "filename=exercises.pdf                            | exercises.pdf",
                "filename=my exercises.pdf                         | my exercises.pdf",
                "FileName = \"exercises.pdf\" ;                    | exercises.pdf",
                "filename=\"a; b=c.pdf\"                           | a; b=c.pdf",
                "filename=\"X-ray \\\"left\\\" knee.pdf\"          | X-ray \"left\" knee.pdf",
                "filename=\"X-ray %22left%22 knee.pdf\"            | X-ray \"left\" knee.pdf",
                "filename=\"100%25 sure.pdf\"                      | 100%25 sure.pdf",
                "filename=\"50% better.pdf\"                       | 50% better.pdf",
                "filename=\"50%AB.pdf\"                            | 50%AB.pdf",
                "filename=\"to%20do.pdf\"                          | to do.pdf",
                "filename=\"X-ray%20%22left%22%20knee%20%281%29.pdf\" | X-ray \"left\" knee (1).pdf",
                "filename=\"50%25.pdf\"                           | 50%.pdf",
                "filename=\"50%.pdf\"                             | 50%.pdf",
                "filename=\"a+b.pdf\"                             | a+b.pdf",
                "filename=\"Übung.pdf\"                            | Übung.pdf",
                "filename=\"Übung %22eins%22.pdf\"                 | Übung \"eins\".pdf",
                "filename=\"%C3%9Cbung%20%22eins%22 50%25.pdf\"    | Übung \"eins\" 50%.pdf",
                "filename*=UTF-8''%C3%9Cbung.pdf                   | Übung.pdf",
                "filename*=utf-8'de'%C3%9Cbung%20a+b.pdf           | Übung a+b.pdf",
                "filename*=\"UTF-8''%C3%9Cbung.pdf\"               | Übung.pdf",
                "filename*=ISO-8859-1''%DCbung.pdf                 | Übung.pdf",
                "filename=\"_bung.pdf\"; filename*=UTF-8''%C3%9Cbung.pdf | Übung.pdf",
                "filename*=UTF-8''%C3%9Cbung.pdf; filename=\"_bung.pdf\" | Übung.pdf",
                "filename=\"=?UTF-8?Q?=C3=9Cbung_eins.pdf?=\"      | Übung eins.pdf",
                "filename=\"=?UTF-8?Q?=C3=9Cbung?=.pdf\"           | Übung.pdf",
                "filename=\"=?utf-8?b?w5xidW5nLnBkZg==?=\"         | Übung.pdf",
                "filename=\"=?ISO-8859-1?Q?=DCbung?= =?ISO-8859-1?Q?_eins.pdf?=\" | Übung eins.pdf",
                "filename=\"C:\\Users\\mia\\knee.pdf\"             | knee.pdf",
                "filename=\"C:\\\\Users\\\\mia\\\\knee.pdf\"       | knee.pdf",
                "filename=\"\\\\server\\scans\\knee.pdf\"          | knee.pdf",
                "filename=\"/tmp/knee.pdf\"                        | knee.pdf",
                "filename=\"../../etc/passwd\"                     | passwd",
                "filename=\"12:03:2026.pdf\"                       | 12:03:2026.pdf",
                "filename='knee.pdf'                               | 'knee.pdf'"
            })
    void keeps_what_its_sender_meant(String sent, String kept) {
        assertThat(read(sent).map(FileName::text)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "; filename=\"\"",
                "; filename=\"Blood test 12/03/2026.pdf\"",
                "; filename=\"a\\b.pdf\"",
                "; filename=\"%C3%9Cbung 12%2F03.pdf\"",
                "; filename=\"knee%0D%0ASet-Cookie: a=b.pdf\"",
                "; filename=\"knee%0a.pdf\"",
                "; filename=\"12%2F03%2F2026.pdf\"",
                "; filename=\"knee%00.pdf\"",
                "; filename=\"\uFFFDbung.pdf\"",
                "; filename*=\"Übung.pdf\"",
                "; filename*=Übung.pdf",
                "; filename*=UTF-8''Übung.pdf",
                "; filename*=UTF-8''%DCbung.pdf",
                "; filename*=UTF-8''%C3%9Cbung%2.pdf",
                "; filename*=UTF-8''%C3%9Cbung%zz.pdf",
                "; filename*=UTF-8''12%2F03%2F2026.pdf",
                "; filename*=''knee.pdf",
                "; filename*=x-unknown''knee.pdf; filename=\"knee.pdf\"",
                "; filename*=ISO-8859-1''%85.pdf",
                "; filename*0=\"knee\"; filename*1=\".pdf\"",
                "; filename*0*=UTF-8''%C3%9C; filename*1*=bung.pdf; filename=\"bung.pdf\"",
                "; filename=\"=?UTF-8?Q?=DCbung.pdf?=\"",
                "; filename=\"=?x-unknown?Q?=DCbung.pdf?=\"",
                "; filename=\"=?UTF-8?Q?=C3=9Cbung eins.pdf?=\"",
                "; filename=\"=?UTF-8?Q?=C3=9Cbung.pdf\"",
                "; filename=\"=?UTF-8?Q?12=2F03=2F2026.pdf?=\""
            })
    void refuses_what_it_cannot_read(String sent) {
        var part = PartDisposition.parse("form-data; name=\"file\"" + sent).orElseThrow();

        assertThatThrownBy(() -> read(part)).hasMessage("file-name-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filename=\"X-ray \"left\" knee.pdf\"",
                "filename=\"knee.pdf",
                "filename=\"knee\\\"",
                "filename=\"knee.pdf\"x",
                "filename=a;b.pdf",
                "filename=a\"b.pdf",
                "filename=",
                "=knee.pdf",
                "filename=\"a.pdf\"; filename=\"b.pdf\"",
                "filename=\"a.pdf\"; FILENAME=\"b.pdf\"",
                "name=\"shared\"; filename=\"a.pdf\""
            })
    void does_not_guess_where_a_name_ends(String sent) {
        assertThat(PartDisposition.parse("form-data; name=\"file\"; " + sent)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "form-data",
                "FORM-DATA; NAME=\"file\"",
                "attachment; name=\"file\"",
                "form-dataset; name=\"file\""
            })
    void knows_parts_of_forms_alone(String sent) {
        assertThat(PartDisposition.parse(sent)).isEmpty();
    }

    @Test
    void stops_looking_at_a_head_that_is_far_too_long() {
        assertThat(PartDisposition.parse("form-data; name=\"file\"; filename=\"" + "\\".repeat(20_000) + "\""))
                .isEmpty();
        assertThatThrownBy(() -> read("filename=\"" + "a".repeat(8_000) + "\"")).hasMessage("file-name-invalid");
    }

    private static Optional<FileName> read(String sent) {
        return PartDisposition.parse("form-data; name=\"file\"; " + sent).map(ReadingASentFileNameTest::read);
    }

    private static FileName read(PartDisposition part) {
        return SentFileName.read(part).map(FileName::ofPath).orElseThrow(FileReason.FILE_NAME_INVALID::refusal);
    }
}
