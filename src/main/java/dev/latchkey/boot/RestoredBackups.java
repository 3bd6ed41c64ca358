package dev.latchkey.boot;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hibernate.Session;

/** When backups were put back; what that ends is written in the database (20261129-1540-restore-epoch.sql). */
@ApplicationScoped
class RestoredBackups {

    private final Session database;

    RestoredBackups(Session database) {
        this.database = database;
    }

    /** How many of what, by table; nothing if it was done before. */
    Map<String, Long> endWhatWasBefore(Instant restoredAt) {
        var ended = new LinkedHashMap<String, Long>();
        database.createNativeQuery("select what, how_many from end_what_was_restored(?1)", EndedRows.class)
                .setParameter(1, restoredAt)
                .getResultList()
                .forEach(each -> ended.put(each.what, each.howMany));
        return ended;
    }

    record EndedRows(String what, long howMany) {}
}
