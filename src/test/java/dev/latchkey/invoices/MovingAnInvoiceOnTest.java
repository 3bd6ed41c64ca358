package dev.latchkey.invoices;

import static dev.latchkey.invoices.InvoiceStatus.OPEN;
import static dev.latchkey.invoices.InvoiceStatus.PAID;
import static dev.latchkey.invoices.InvoiceStatus.VOID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MovingAnInvoiceOnTest {

    private static final CurrencyUnit AUD = CurrencyUnit.of("AUD");
    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final LocalDate DUE = LocalDate.parse("2026-12-04");

    private final Invoice invoice = draft("120.50");

    @Test
    void opens_it_with_its_number() {
        invoice.finalise(42, TODAY, TODAY);

        assertThat(invoice.status()).isEqualTo(OPEN);
        assertThat(invoice.numberInWords()).isEqualTo("INV-0042");
        assertThat(invoice.issuedOn()).isEqualTo(TODAY);
    }

    @Test
    void goes_on_counting_after_9999() {
        invoice.finalise(10_000, TODAY, TODAY);

        assertThat(invoice.numberInWords()).isEqualTo("INV-10000");
    }

    @Test
    void pays_it_at_once_when_there_is_nothing_to_pay() {
        var free = draft("0.00");

        free.finalise(1, TODAY, TODAY);

        assertThat(free.status()).isEqualTo(PAID);
    }

    @Test
    void keeps_the_order_of_days() {
        assertRefused(() -> invoice.finalise(1, TODAY.plusDays(1), TODAY), "issued-in-future");
        invoice.fallDueOn(TODAY.minusDays(1));
        assertRefused(() -> invoice.finalise(1, TODAY, TODAY), "due-before-issue");
        invoice.finalise(1, TODAY.minusDays(1), TODAY);
    }

    @Test
    void ends_all_changes_of_what_it_asks_for() {
        invoice.finalise(1, TODAY, TODAY);

        assertRefused(() -> invoice.finalise(2, TODAY, TODAY), "invoice-not-draft");
        assertRefused(() -> invoice.charge(List.of()), "invoice-not-draft");
        assertRefused(() -> invoice.fallDueOn(DUE), "invoice-not-draft");
    }

    @Test
    void takes_parts_until_it_is_paid() {
        invoice.finalise(1, TODAY, TODAY);

        pay("100.00");
        assertThat(invoice.status()).isEqualTo(OPEN);
        assertThat(invoice.outstanding()).isEqualTo(aud("20.50"));

        pay("20.50");
        assertThat(invoice.status()).isEqualTo(PAID);
        assertThat(invoice.outstanding()).isEqualTo(aud("0.00"));
        assertThat(invoice.payments()).extracting(Payment::amount).containsExactly(amount("100.00"), amount("20.50"));
    }

    @Test
    void never_takes_more_than_is_outstanding() {
        invoice.finalise(1, TODAY, TODAY);
        pay("100.00");

        assertRefused(() -> pay("20.51"), "payment-exceeds-outstanding");
        pay("20.50");
        assertRefused(() -> pay("0.01"), "payment-exceeds-outstanding");
    }

    @Test
    void takes_no_more_payments_than_an_answer_lists() {
        invoice.finalise(1, TODAY, TODAY);
        for (var n = 0; n < 1_000; n++) {
            pay("0.01");
        }

        assertRefused(() -> pay("0.01"), "too-many-payments");
        assertThat(invoice.payments()).hasSize(1_000);
    }

    @Test
    void takes_no_money_for_a_draft_or_a_void_one() {
        assertRefused(() -> pay("1.00"), "invoice-not-open");
        invoice.finalise(1, TODAY, TODAY);
        invoice.makeVoid(NOW);
        assertRefused(() -> pay("1.00"), "invoice-not-open");
    }

    @Test
    void takes_no_payment_of_nothing_and_none_from_tomorrow() {
        assertThatThrownBy(() -> payment("0.00", TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertRefused(() -> payment("1.00", TODAY.plusDays(1)), "paid-in-future");
    }

    @Test
    void voids_only_an_open_one_without_payments_and_for_good() {
        assertRefused(() -> invoice.makeVoid(NOW), "invoice-not-open");
        invoice.finalise(1, TODAY, TODAY);
        invoice.makeVoid(NOW);

        assertThat(invoice.status()).isEqualTo(VOID);
        assertThat(invoice.voidedAt()).isEqualTo(NOW);
        assertThat(invoice.outstanding()).isEqualTo(aud("0.00"));
        assertRefused(() -> invoice.makeVoid(NOW), "invoice-not-open");
    }

    @Test
    void does_not_void_what_was_paid_for() {
        invoice.finalise(1, TODAY, TODAY);
        pay("1.00");
        assertRefused(() -> invoice.makeVoid(NOW), "invoice-has-payments");
        pay("119.50");
        assertRefused(() -> invoice.makeVoid(NOW), "invoice-not-open");
    }

    @Test
    void makes_it_overdue_on_the_day_after_it_was_due_while_it_is_open() {
        assertThat(invoice.isOverdue(DUE.plusDays(1))).isFalse();
        invoice.finalise(1, TODAY, TODAY);

        assertThat(invoice.isOverdue(DUE)).isFalse();
        assertThat(invoice.isOverdue(DUE.plusDays(1))).isTrue();

        pay("120.50");
        assertThat(invoice.isOverdue(DUE.plusDays(1))).isFalse();
    }

    private void pay(String amount) {
        invoice.receive(payment(amount, TODAY));
    }

    private Payment payment(String amount, LocalDate paidOn) {
        return new Payment(invoice, aud(amount), PaymentMethod.CARD, paidOn, TODAY, NOW);
    }

    private static Invoice draft(String price) {
        var invoice = new Invoice(UUID.randomUUID(), UUID.randomUUID(), AUD, DUE, NOW);
        invoice.charge(List.of(
                InvoiceLine.of(invoice.clinicId(), "Consultation", BigDecimal.ONE, aud(price), BigDecimal.ZERO)));
        return invoice;
    }

    private static Money aud(String amount) {
        return new Money(amount(amount), AUD);
    }

    private static BigDecimal amount(String amount) {
        return new BigDecimal(amount);
    }

    private static void assertRefused(ThrowingCallable act, String code) {
        assertThatThrownBy(act).hasMessage(code);
    }
}
