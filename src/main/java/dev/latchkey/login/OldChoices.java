package dev.latchkey.login;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the profile choices, with what there was to choose. */
@ApplicationScoped
class OldChoices implements Retention {

    private final Session database;

    OldChoices(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        with choice as (
                          select id from profile_choice where id < ?1 order by id limit ?2
                        ), option as (
                          delete from profile_choice_option where profile_choice_id in (select id from choice)
                        )
                        delete from profile_choice where id in (select id from choice)
                        """)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
