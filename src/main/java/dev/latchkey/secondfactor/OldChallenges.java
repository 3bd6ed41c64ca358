package dev.latchkey.secondfactor;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the challenges of members who have not signed in since: signing in deletes theirs. */
@ApplicationScoped
class OldChallenges implements Retention {

    private final Session database;

    OldChallenges(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from staff_factor_challenge where id in (
                          select id from staff_factor_challenge where id < ?1 and expires_at < now() order by id limit ?2)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
