package dev.latchkey.invoices;

import dev.latchkey.input.MoneyView;
import dev.latchkey.input.MultilineText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.validator.constraints.CodePointLength;

/** A line as staff write it, for a new invoice or a changed draft. */
record NewInvoiceLine(
        @NotNull @CodePointLength(max = 500) @MultilineText String description,

        @NotNull @Pattern(regexp = QUANTITY) String quantity,
        @NotNull @Valid MoneyView unitPrice,
        @NotNull @Pattern(regexp = TAX_RATE) String taxRatePercent) {

    /** More than nothing, at most 100000. */
    private static final String QUANTITY = "(?![0.]+$)(100000(\\.0{1,3})?|[0-9]{1,5}(\\.[0-9]{1,3})?)";

    /** Rates of several authorities are summed: 9.975, or 10.2375. */
    private static final String TAX_RATE = "100(\\.0{1,4})?|[0-9]{1,2}(\\.[0-9]{1,4})?";

    static List<InvoiceLine> toLines(Invoice invoice, List<NewInvoiceLine> lines) {
        return lines.stream().map(line -> line.toLine(invoice)).toList();
    }

    private InvoiceLine toLine(Invoice invoice) {
        var price = new StatedAmount(new BigDecimal(unitPrice.amount()), unitPrice.currency());
        return InvoiceLine.of(
                invoice.clinicId(),
                description,
                new BigDecimal(quantity),
                price.toMoney(invoice.account().unit()),
                new BigDecimal(taxRatePercent));
    }
}
