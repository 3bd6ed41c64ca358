package dev.latchkey.staffsignin;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the password resets, used or not. */
@ApplicationScoped
class OldResets implements Retention {

    private final Session database;

    OldResets(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from staff_password_reset where id in (
                          select id from staff_password_reset where id < ?1 and expires_at < now() order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
