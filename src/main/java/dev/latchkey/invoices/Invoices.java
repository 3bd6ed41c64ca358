package dev.latchkey.invoices;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.merging.ClientsMerged;
import dev.latchkey.merging.ClientsUnmerged;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invoices of all clinics; every question says of which clinic, and a client's of which client. */
@ApplicationScoped
class Invoices implements PanacheRepositoryBase<Invoice, UUID> {

    private static final Keyset<Invoice> LAST_ISSUED_FIRST = Keyset.<Invoice>descending()
            .key("issuedOn", invoice -> Objects.requireNonNull(invoice.issuedOn()), Cursor::date)
            .key("number", invoice -> Objects.requireNonNull(invoice.number()), Cursor::number);
    private static final Keyset<Invoice> LAST_WRITTEN_FIRST =
            Keyset.<Invoice>descending().key("id", Invoice::id, Cursor::id);

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
    Page<Invoice> newestFirst(ClientCaller caller, InvoiceFilter filter, Paging paging) {
        var values = new ArrayList<Object>(List.of(caller.clinicId(), caller.clientId()));
        var where = "clinicId = ?1 and clientId = ?2 and status <> DRAFT" + filter.where(values);
        return LAST_ISSUED_FIRST.page(this, paging, where, values.toArray());
    }

    /** A client's, last written first, drafts among them. */
    Page<Invoice> newestFirst(StaffCaller caller, UUID clientId, InvoiceFilter filter, Paging paging) {
        var values = new ArrayList<Object>(List.of(caller.clinicId(), clientId));
        var where = "clinicId = ?1 and clientId = ?2" + filter.where(values);
        return LAST_WRITTEN_FIRST.page(this, paging, where, values.toArray());
    }

    void move(@Observes ClientsMerged merged) {
        merged.move(
                getEntityManager(),
                "update invoice set client_id = :surviving, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :merged returning id");
    }

    void moveBack(@Observes ClientsUnmerged unmerged) {
        unmerged.moveBack(
                getEntityManager(),
                "update invoice set client_id = :merged, version = version + 1"
                        + " where clinic_id = :clinic and client_id = :surviving and id = any(:moved)");
    }

    /** Which invoices a list should show: all, or those of a status, or those that are overdue today. */
    record InvoiceFilter(@Nullable String status, @Nullable String overdue, LocalDate today) {

        /** Adds the values of its parameters. */
        private String where(List<Object> values) {
            var where = "";
            if (status != null) {
                values.add(InvoiceStatus.of(status));
                where += " and status = ?" + values.size();
            }
            if (overdue != null) {
                values.add(today);
                where += (overdue.equals("true") ? " and " : " and not ") + "(status = OPEN and dueOn < ?"
                        + values.size() + ")";
            }
            return where;
        }
    }
}
