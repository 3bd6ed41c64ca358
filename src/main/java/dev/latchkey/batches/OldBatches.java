package dev.latchkey.batches;

import dev.latchkey.jobs.Retention;
import dev.latchkey.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets the clients of old batches, and then the batches. */
@ApplicationScoped
class OldBatches implements Retention {

    private final Session database;

    OldBatches(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        var recipients = forget("""
                delete from login_link_batch_recipient where id in (
                  select id from login_link_batch_recipient where id < ?1 order by id limit ?2)
                """, before, atMost);
        return recipients > 0 ? recipients : forget("""
                delete from login_link_batch where id in (
                  select id from login_link_batch batch
                   where id < ?1 and not exists (select from login_link_batch_recipient where batch_id = batch.id)
                   order by id limit ?2)
                """, before, atMost);
    }

    private int forget(String delete, Instant before, int atMost) {
        return database.createNativeMutationQuery(delete)
                .setParameter(1, Ids.firstAt(before))
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
