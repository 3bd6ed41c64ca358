package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.mime.MimeTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TellingWhatAFileIsTest {

    private final Path directory;

    TellingWhatAFileIsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void believes_the_bytes_and_not_the_name() throws IOException {
        assertThat(mediaType("%PDF-1.7\n%âãÏÓ\n1 0 obj\n", "holiday.jpg")).isEqualTo("application/pdf");
        assertThat(mediaType("<!DOCTYPE html><html><script>alert(1)</script></html>", "scan.pdf"))
                .isEqualTo("text/html");
    }

    @Test
    void lets_the_name_choose_among_what_the_bytes_allow() throws IOException {
        assertThat(mediaType("a,b\n1,2\n", "weights.csv")).isEqualTo("text/csv");
        assertThat(mediaType(zip("word/document.xml"), "report.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(mediaType(zip("word/document.xml"), "report.pdf")).isEqualTo("application/zip");
    }

    @Test
    void calls_bytes_of_no_known_kind_just_that() throws IOException {
        assertThat(mediaType(new byte[] {1, 2, 3, (byte) 0xfe, 0, 0}, "scan.pdf"))
                .isEqualTo("application/octet-stream");
    }

    /** Word, Excel and PowerPoint put a file with a password into the container of their older versions. */
    @ParameterizedTest
    @CsvSource({
        "report.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "REPORT.DOCX, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "plan.xlsx,   application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "talk.pptx,   application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "macros.xlsm, application/vnd.ms-excel.sheet.macroenabled.12",
        "report.doc,  application/msword",
        "plan.xls,    application/vnd.ms-excel",
        "scan.pdf,    application/octet-stream",
        "scan,        application/octet-stream",
    })
    void knows_an_office_file_with_a_password_by_its_name(String name, String type) throws IOException {
        var container = Arrays.copyOf(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 4096);

        assertThat(mediaType(container, name)).isEqualTo(type);
    }

    @Test
    void calls_an_office_archive_without_a_name_an_archive() throws IOException {
        assertThat(mediaType(zip("[Content_Types].xml"), "report")).isEqualTo("application/zip");
        assertThat(mediaType(zip("[Content_Types].xml"), "scan.pdf")).isEqualTo("application/zip");
    }

    /** Whatever an upgrade of the library brings. */
    @Test
    void speaks_of_no_family_that_the_library_alone_knows() {
        var all = MimeTypes.getDefaultMimeTypes().getMediaTypeRegistry().getTypes();

        assertThat(all).anyMatch(type -> type.toString().contains("tika"));
        assertThat(all).allSatisfy(type -> assertThat(
                        new MediaTypes().toRegistered(type).toString())
                .doesNotContain("tika"));
    }

    private String mediaType(String content, String name) throws IOException {
        return mediaType(content.getBytes(StandardCharsets.UTF_8), name);
    }

    private String mediaType(byte[] content, String name) throws IOException {
        var file = Files.write(directory.resolve("file"), content);
        return new MediaTypes().detect(file, new FileName(name));
    }

    private static byte[] zip(String entry) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
        }
        return bytes.toByteArray();
    }
}
