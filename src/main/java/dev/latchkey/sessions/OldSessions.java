package dev.latchkey.sessions;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the sessions of staff that are over, and those of clients however they stand: their links could not go otherwise. */
@ApplicationScoped
class OldSessions implements Retention {

    private final Session database;

    OldSessions(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from session where id in (
                          select id from session where id < ?1 and (login_link_id is not null or ends_at < now()) order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
