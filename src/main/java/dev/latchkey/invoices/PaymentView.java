package dev.latchkey.invoices;

import dev.latchkey.input.MoneyView;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

record PaymentView(UUID id, MoneyView amount, PaymentMethod method, LocalDate paidOn) {

    static List<PaymentView> of(Invoice invoice) {
        return invoice.payments().stream()
                .map(payment -> new PaymentView(
                        payment.id(),
                        MoneyView.of(invoice.account().money(payment.amount())),
                        payment.method(),
                        payment.paidOn()))
                .toList();
    }
}
