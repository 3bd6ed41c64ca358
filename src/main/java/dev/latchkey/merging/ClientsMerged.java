package dev.latchkey.merging;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** The records of one client are another's from now on. Fired in the transaction of the merge, in which each feature moves its own. */
public final class ClientsMerged {

    private final UUID clinicId;
    private final UUID survivingId;
    private final UUID mergedId;
    private final List<UUID> moved = new ArrayList<>();

    ClientsMerged(UUID clinicId, UUID survivingId, UUID mergedId) {
        this.clinicId = clinicId;
        this.survivingId = survivingId;
        this.mergedId = mergedId;
    }

    /** @param update of a table of the feature's own, from {@code :merged} to {@code :surviving} at {@code :clinic}, which returns each {@code id} */
    public void move(EntityManager database, String update) {
        moved.addAll(database.unwrap(Session.class)
                .createNativeQuery(update, UUID.class)
                .addScalar("id", UUID.class)
                .setParameter("clinic", clinicId)
                .setParameter("merged", mergedId)
                .setParameter("surviving", survivingId)
                .getResultList());
    }

    List<UUID> moved() {
        return moved;
    }
}
