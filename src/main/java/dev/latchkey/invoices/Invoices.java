package dev.latchkey.invoices;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The invoices of all clinics; every question says of which clinic, and a client's of which client. */
@ApplicationScoped
class Invoices implements PanacheRepositoryBase<Invoice, UUID> {

    /** One statement, so that what it shows adds up even while a payment comes in. */
    private static final String WHOLE = "from Invoice i left join fetch i.lines left join fetch i.payments where ";

    /** The caller's own, and never a draft. */
    Invoice get(ClientCaller caller, UUID id) {
        return find(
                        WHOLE + "i.clinicId = ?1 and i.clientId = ?2 and i.id = ?3 and i.status <> DRAFT",
                        caller.clinicId(),
                        caller.clientId(),
                        id)
                .singleResultOptional()
                .orElseThrow(InvoiceReason.INVOICE_NOT_FOUND::refusal);
    }

    Invoice get(StaffCaller caller, UUID id) {
        return find(WHOLE + "i.clinicId = ?1 and i.id = ?2", caller.clinicId(), id)
                .singleResultOptional()
                .orElseThrow(InvoiceReason.INVOICE_NOT_FOUND::refusal);
    }

    /** Another who wants to change it waits until this transaction ends, and then sees what became of it. */
    Invoice locked(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(InvoiceReason.INVOICE_NOT_FOUND::refusal);
    }

    /** The caller's own, last issued first, and never a draft. */
    List<Invoice> newestFirst(ClientCaller caller, InvoiceFilter filter, Paging paging) {
        var where = "clinicId = :clinic and clientId = :client and status <> DRAFT" + filter.where();
        var values = filter.values().and("clinic", caller.clinicId()).and("client", caller.clientId());
        var after = paging.cursor(2);
        if (after != null) {
            where += " and (issuedOn, number) < (:day, :number)";
            values.and("day", after.date(0)).and("number", after.number(1));
        }
        return find(where + " order by issuedOn desc, number desc", values)
                .range(0, paging.rows() - 1)
                .list();
    }

    static Cursor issued(Invoice invoice) {
        return Cursor.at(Objects.requireNonNull(invoice.issuedOn()), Objects.requireNonNull(invoice.number()));
    }

    /** A client's, last written first, drafts among them. */
    List<Invoice> newestFirst(StaffCaller caller, UUID clientId, InvoiceFilter filter, Paging paging) {
        var where = "clinicId = :clinic and clientId = :client" + filter.where();
        var values = filter.values().and("clinic", caller.clinicId()).and("client", clientId);
        var after = paging.cursor(1);
        if (after != null) {
            where += " and id < :id";
            values.and("id", after.id(0));
        }
        return find(where + " order by id desc", values)
                .range(0, paging.rows() - 1)
                .list();
    }

    static Cursor written(Invoice invoice) {
        return Cursor.at(invoice.id());
    }
}
