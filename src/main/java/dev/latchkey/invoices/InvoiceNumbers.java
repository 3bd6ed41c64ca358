package dev.latchkey.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

/** Numbers for final invoices: 1, 2, 3 at each clinic, without gaps. */
@ApplicationScoped
class InvoiceNumbers {

    private final Session database;

    InvoiceNumbers(Session database) {
        this.database = database;
    }

    /** The next one to draw waits until this transaction ends; if it fails, its number is drawn again. */
    int next(UUID clinicId) {
        return database.createNativeQuery("""
                        insert into invoice_counter as counter (clinic_id, last_number) values (?1, 1)
                        on conflict (clinic_id) do update set last_number = counter.last_number + 1
                        returning last_number
                        """, Integer.class)
                .addScalar("last_number", Integer.class)
                .setParameter(1, clinicId)
                .getSingleResult();
    }
}
