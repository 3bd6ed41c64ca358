package dev.latchkey.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;

/** The vault's directory as an administrator sees it. */
final class VaultOnDisk {

    private VaultOnDisk() {}

    static List<Path> holding(byte[] bytes) throws IOException {
        try (var files = Files.walk(directory())) {
            return files.filter(file -> hasSize(file, bytes.length) && Arrays.equals(read(file), bytes))
                    .toList();
        }
    }

    /** Until it is closed, no upload can be written down. */
    static LostDisk whereNothingArrives() throws IOException {
        return blocked(List.of(directory().resolve("arriving")));
    }

    /** Until it is closed, what has arrived finds no place. */
    static LostDisk whereNothingIsKept() throws IOException {
        return blocked(IntStream.range(0, 256)
                .mapToObj(n -> directory().resolve(String.format("%02x", n)))
                .toList());
    }

    /** A file stands where a directory should be. */
    private static LostDisk blocked(List<Path> places) throws IOException {
        for (var place : places) {
            if (Files.exists(place)) {
                Files.move(place, aside(place));
            }
            Files.createFile(place);
        }
        return () -> {
            for (var place : places) {
                Files.delete(place);
                if (Files.exists(aside(place))) {
                    Files.move(aside(place), place);
                }
            }
        };
    }

    private static Path aside(Path place) {
        return place.resolveSibling(place.getFileName() + ".aside");
    }

    private static Path directory() {
        return ConfigProvider.getConfig().getValue("latchkey.files.directory", Path.class);
    }

    /** A disk that is put right again at the end. */
    interface LostDisk extends AutoCloseable {

        @Override
        void close() throws IOException;
    }

    /** Others come and go meanwhile. */
    private static boolean hasSize(Path file, int size) {
        return Files.isRegularFile(file) && file.toFile().length() == size;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
