package dev.latchkey.merging;

import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.hibernate.Session;

/** What was moved by a merge goes back, as far as it is there. Fired in the transaction that undoes the merge. */
public final class ClientsUnmerged {

    private final ClientMerge merge;

    ClientsUnmerged(ClientMerge merge) {
        this.merge = merge;
    }

    /** @param update of a table of the feature's own, from {@code :surviving} to {@code :merged} at {@code :clinic}, of what is among {@code :moved} */
    public void moveBack(EntityManager database, String update) {
        database.unwrap(Session.class)
                .createNativeMutationQuery(update)
                .setParameter("clinic", merge.clinicId())
                .setParameter("merged", merge.mergedId())
                .setParameter("surviving", merge.survivingId())
                .setParameter("moved", merge.moved().toArray(UUID[]::new))
                .executeUpdate();
    }
}
