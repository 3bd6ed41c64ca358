package dev.latchkey.invoices;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.Money;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client owes: a draft until it is given its number, then open until it is paid or void. */
@Entity
class Invoice {

    private static final int MOST_PAYMENTS = 1_000; // an answer lists all of them

    @Id
    private UUID id;

    private UUID clinicId;
    private UUID clientId;

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status;

    private @Nullable Integer number;
    private @Nullable LocalDate issuedOn;
    private LocalDate dueOn;
    private Account account;
    private Instant createdAt;
    private @Nullable Instant voidedAt;

    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "invoice_line", joinColumns = @JoinColumn(name = "invoice_id"))
    @OrderColumn(name = "position")
    private List<InvoiceLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.PERSIST)
    private Set<Payment> payments = new HashSet<>();

    Invoice(UUID clinicId, UUID clientId, CurrencyUnit currency, LocalDate dueOn, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.clientId = clientId;
        this.status = InvoiceStatus.DRAFT;
        this.dueOn = dueOn;
        this.account = Account.of(currency, lines);
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Invoice() {}

    void fallDueOn(LocalDate date) {
        requireDraft();
        dueOn = date;
    }

    /** Replaces what the draft asks for. */
    void charge(List<InvoiceLine> newLines) {
        requireDraft();
        lines.clear();
        lines.addAll(newLines);
        account = Account.of(account.unit(), newLines);
    }

    /** Makes the draft final. One that asks for nothing is paid at once. */
    void finalise(int number, LocalDate issuedOn, LocalDate today) {
        requireDraft();
        if (issuedOn.isAfter(today)) {
            throw InvoiceReason.ISSUED_IN_FUTURE.refusal();
        }
        if (dueOn.isBefore(issuedOn)) {
            throw InvoiceReason.DUE_BEFORE_ISSUE.refusal();
        }
        this.number = number;
        this.issuedOn = issuedOn;
        this.status = account.isSettled() ? InvoiceStatus.PAID : InvoiceStatus.OPEN;
    }

    void requireDraft() {
        if (status != InvoiceStatus.DRAFT) {
            throw InvoiceReason.INVOICE_NOT_DRAFT.refusal();
        }
    }

    /** Takes a payment of at most what is outstanding; of a paid invoice that is nothing. */
    void receive(Payment payment) {
        if (status == InvoiceStatus.DRAFT || status == InvoiceStatus.VOID) {
            throw InvoiceReason.INVOICE_NOT_OPEN.refusal();
        }
        if (payments.size() >= MOST_PAYMENTS) {
            throw InvoiceReason.TOO_MANY_PAYMENTS.refusal();
        }
        account = account.receiving(payment.amount());
        payments.add(payment);
        if (account.isSettled()) {
            status = InvoiceStatus.PAID;
        }
    }

    void makeVoid(Instant now) {
        if (status != InvoiceStatus.OPEN) {
            throw InvoiceReason.INVOICE_NOT_OPEN.refusal();
        }
        if (!account.isUntouched()) {
            throw InvoiceReason.INVOICE_HAS_PAYMENTS.refusal();
        }
        status = InvoiceStatus.VOID;
        voidedAt = now;
    }

    Money outstanding() {
        return status == InvoiceStatus.VOID ? Money.zero(account.unit()) : account.outstanding();
    }

    boolean isOverdue(LocalDate today) {
        return status == InvoiceStatus.OPEN && dueOn.isBefore(today);
    }

    UUID id() {
        return id;
    }

    UUID clinicId() {
        return clinicId;
    }

    UUID clientId() {
        return clientId;
    }

    InvoiceStatus status() {
        return status;
    }

    @Nullable
    Integer number() {
        return number;
    }

    /** The number as people read it. */
    @Nullable
    String numberInWords() {
        return number == null ? null : "INV-%04d".formatted(number);
    }

    @Nullable
    LocalDate issuedOn() {
        return issuedOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Account account() {
        return account;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant voidedAt() {
        return voidedAt;
    }

    List<InvoiceLine> lines() {
        return lines;
    }

    /** In the order they were recorded. */
    List<Payment> payments() {
        return payments.stream().sorted(Comparator.comparing(Payment::id)).toList();
    }
}
