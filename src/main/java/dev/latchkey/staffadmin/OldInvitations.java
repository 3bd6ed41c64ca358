package dev.latchkey.staffadmin;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the invitations that were accepted, and those that were not accepted in time. */
@ApplicationScoped
class OldInvitations implements Retention {

    private final Session database;

    OldInvitations(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from staff_invitation where id in (
                          select id from staff_invitation
                           where id < ?1 and (accepted_at is not null or expires_at < now()) order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
