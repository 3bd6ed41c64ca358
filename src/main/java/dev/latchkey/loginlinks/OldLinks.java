package dev.latchkey.loginlinks;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the links. What they opened is forgotten before them. */
@ApplicationScoped
class OldLinks implements Retention {

    private final Session database;

    OldLinks(Session database) {
        this.database = database;
    }

    /** A session or a choice is opened within a quarter of an hour. */
    @Override
    public Duration extra() {
        return Duration.ofMinutes(30);
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from login_link where id in (
                          select id from login_link where id < ?1 order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
