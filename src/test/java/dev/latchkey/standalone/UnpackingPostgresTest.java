package dev.latchkey.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class UnpackingPostgresTest {

    private static final String PROGRAM = "bin/postgres";

    @Test
    void keeps_the_programs_of_each_version_apart(@TempDir Path cache) throws IOException {
        var archive = archive("one");
        var one = archive.unpackedIn(cache);
        var other = archive("other").unpackedIn(cache);

        assertThat(one.resolve(PROGRAM)).hasContent("one").isExecutable();
        assertThat(other.resolve(PROGRAM)).hasContent("other");
        assertThat(archive.unpackedIn(cache)).isEqualTo(one);
    }

    private static PostgresArchive archive(String program) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options()))) {
            var entry = new TarArchiveEntry(PROGRAM);
            entry.setMode(0100755);
            entry.setSize(program.length());
            tar.putArchiveEntry(entry);
            tar.write(program.getBytes(UTF_8));
            tar.closeArchiveEntry();
        }
        return new PostgresArchive(bytes.toByteArray());
    }
}
