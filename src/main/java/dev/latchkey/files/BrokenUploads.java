package dev.latchkey.files;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Deletes what had arrived of a file when its node was killed. */
@ApplicationScoped
class BrokenUploads {

    /** {@code quarkus.http.body.uploads-directory} */
    static final String ARRIVING = "arriving";

    private static final Logger LOG = Logger.getLogger(BrokenUploads.class);

    /** Another node that shares the directory may still be taking what is younger. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Path arriving;
    private final Clock clock;

    BrokenUploads(FileSettings settings, Clock clock) {
        this.arriving = settings.directory().resolve(ARRIVING);
        this.clock = clock;
    }

    void clearAway(@Observes StartupEvent event) {
        if (Files.notExists(arriving)) {
            return;
        }
        try (var files = Files.newDirectoryStream(arriving, this::isForgotten)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("What is left of uploads that broke off could not be cleared away", e);
        }
    }

    private boolean isForgotten(Path file) {
        return file.toFile().isFile()
                && file.toFile().lastModified()
                        < clock.instant().minus(PATIENCE).toEpochMilli();
    }
}
