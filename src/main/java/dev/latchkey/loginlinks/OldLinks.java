package dev.latchkey.loginlinks;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the links, and then the requests that no link names any more. What a link opened is forgotten before it. */
@ApplicationScoped
class OldLinks implements Retention {

    private final Session database;

    OldLinks(Session database) {
        this.database = database;
    }

    /** A link works for a quarter of an hour, and the choice that it leads to for five minutes more. */
    @Override
    public Duration extra() {
        return Duration.ofMinutes(30);
    }

    @Override
    public int forget(Instant before, int atMost) {
        var links = forgetLinks(before, atMost);
        return links > 0 ? links : forgetRequests(before, atMost);
    }

    private int forgetLinks(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from login_link where id in (
                          select id from login_link where id < ?1 order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }

    /** By their time, for their ids are nothing but random. One that is not answered yet is still work. */
    private int forgetRequests(Instant before, int atMost) {
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
