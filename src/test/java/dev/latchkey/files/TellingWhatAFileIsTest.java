package dev.latchkey.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(mediaType(zip(), "report.docx"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(mediaType(zip(), "report.pdf")).isEqualTo("application/zip");
    }

    @Test
    void calls_bytes_of_no_known_kind_just_that() throws IOException {
        assertThat(mediaType(new byte[] {1, 2, 3, (byte) 0xfe, 0, 0}, "scan.pdf"))
                .isEqualTo("application/octet-stream");
    }

    private String mediaType(String content, String name) throws IOException {
        return mediaType(content.getBytes(StandardCharsets.UTF_8), name);
    }

    private String mediaType(byte[] content, String name) throws IOException {
        var file = Files.write(directory.resolve("file"), content);
        return new MediaTypes().detect(file, new FileName(name));
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
        }
        return bytes.toByteArray();
    }
}
