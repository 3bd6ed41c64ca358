package dev.latchkey.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hibernate.Session;

/** The one way for a client's request to see more than the client's own rows: those of clients who share the mailbox. */
@ApplicationScoped
public class RowLevelSecurity {

    private final Session database;

    RowLevelSecurity(Session database) {
        this.database = database;
    }

    /** Until this transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void widenToClinic() {
        database.createNativeQuery("select set_config('latchkey.caller', 'staff:', true) as caller", String.class)
                .addScalar("caller", String.class)
                .getSingleResult();
    }
}
