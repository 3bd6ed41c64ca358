package dev.latchkey.emailchanges;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets which e-mails were to be confirmed, before their letters. The record has the one that was. */
@ApplicationScoped
class OldEmailChanges implements Retention {

    private final Session database;

    OldEmailChanges(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from email_change where id in (
                          select id from email_change where id < ?1 order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
