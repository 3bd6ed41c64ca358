package dev.latchkey.invoices;

import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A payment of an invoice, of the whole amount or a part. */
@Entity
class Payment {

    @Id
    private UUID id;

    private UUID clinicId;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Invoice invoice;

    private BigDecimal amount;

    @Enumerated(EnumType.STRING)
    private PaymentMethod method;

    private LocalDate paidOn;
    private Instant recordedAt;

    Payment(Invoice invoice, Money amount, PaymentMethod method, LocalDate paidOn, LocalDate today, Instant now) {
        if (amount.isZero()) {
            throw new IllegalArgumentException("a payment is more than nothing");
        }
        if (paidOn.isAfter(today)) {
            throw InvoiceReason.PAID_IN_FUTURE.refusal();
        }
        this.id = Ids.next();
        this.clinicId = invoice.clinicId();
        this.invoice = invoice;
        this.amount = amount.amount();
        this.method = method;
        this.paidOn = paidOn;
        this.recordedAt = now;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Payment() {}

    UUID id() {
        return id;
    }

    BigDecimal amount() {
        return amount;
    }

    PaymentMethod method() {
        return method;
    }

    LocalDate paidOn() {
        return paidOn;
    }
}
