package dev.latchkey.loginlinks;

import dev.latchkey.jobs.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the requests that were answered. One that was not is still work. */
@ApplicationScoped
class OldRequests implements Retention {

    private final Session database;

    OldRequests(Session database) {
        this.database = database;
    }

    /** A link names the request that it answers. */
    @Override
    public Duration extra() {
        return Duration.ofHours(1);
    }

    /** By their time, for their ids are nothing but random. */
    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from login_request where id in (
                          select id from login_request r
                           where asked_at < ?1 and answered_at is not null
                             and not exists (select from login_link where request_id = r.id)
                           order by asked_at limit ?2)
                        """)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
