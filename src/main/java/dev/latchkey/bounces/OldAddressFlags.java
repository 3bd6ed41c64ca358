package dev.latchkey.bounces;

import dev.latchkey.jobs.Retention;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.Session;

/** Forgets flags with the letters that they come from. The next letter that comes back flags the address again. */
@ApplicationScoped
class OldAddressFlags implements Retention {

    private final Session database;

    OldAddressFlags(Session database) {
        this.database = database;
    }

    @Override
    public int forget(Instant before, int atMost) {
        return database.createNativeMutationQuery("""
                        delete from address_flag where (clinic_id, address_key) in (
                          select clinic_id, address_key from address_flag where since < ?1 order by since limit ?2)
                        """)
                .setParameter(1, before)
                .setParameter(2, atMost)
                .executeUpdate();
    }
}
