package dev.latchkey.boot;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Ends every session, link and code of a restored backup, before keys are read, letters sent or requests answered. */
@ApplicationScoped
class RestoringBackup {

    private static final Logger LOG = Logger.getLogger(RestoringBackup.class);
    private static final int BEFORE_EVERYTHING_ELSE = 1;

    private final InstallationSettings settings;
    private final RestoredBackups backups;
    private final Clock clock;

    RestoringBackup(InstallationSettings settings, RestoredBackups backups, Clock clock) {
        this.settings = settings;
        this.backups = backups;
        this.clock = clock;
    }

    void begin(@Observes @Priority(BEFORE_EVERYTHING_ELSE) StartupEvent event) {
        settings.restoredAt().ifPresent(this::restore);
    }

    /** Once for each such moment, on the first node to come here. */
    void restore(Instant restoredAt) {
        if (restoredAt.isAfter(clock.instant())) {
            throw new ConfigurationException("LATCHKEY_RESTORED_AT is in the future: " + restoredAt);
        }
        var ended = requiringNew().call(() -> backups.endWhatWasBefore(restoredAt));
        if (!ended.isEmpty()) {
            LOG.infof("A backup was put back at %s, so what was from before has ended: %s", restoredAt, ended);
        }
    }
}
