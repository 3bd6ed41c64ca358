package dev.latchkey.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kernel.CurrencyUnit;
import dev.latchkey.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalculatingAnInvoiceTest {

    @ParameterizedTest
    @CsvSource({
        "AUD, 1,     120.50,  0,    120.50,  0.00",
        "AUD, 1.5,   80.00,   10,   120.00,  12.00",
        "AUD, 0.333, 100.00,  10,   33.30,   3.33",
        "AUD, 0.005, 1.00,    0,    0.01,    0.00",
        "AUD, 0.004, 1.00,    0,    0.00,    0.00",
        "AUD, 1,     0.05,    10,   0.05,    0.01",
        "AUD, 1,     0.04,    10,   0.04,    0.00",
        "AUD, 3,     33.35,   12.5, 100.05,  12.51",
        "JPY, 1,     1005,    10,   1005,    101",
        "JPY, 0.5,   1001,    8,    501,     40",
        "KWD, 1.5,   10.125,  5,    15.188,  0.759",
        "UYW, 1.5,   10.1255, 5,    15.1883, 0.7594",
        "CAD, 1,     100.00,  9.975, 100.00, 9.98",
        "VND, 2,     250000000000, 8, 500000000000, 40000000000",
    })
    void rounds_net_and_then_tax_half_up_to_the_coin(
            String currency, String quantity, String price, String rate, String net, String tax) {
        var line = line(currency, quantity, price, rate);

        assertThat(line.net()).isEqualTo(new BigDecimal(net));
        assertThat(line.tax()).isEqualTo(new BigDecimal(tax));
        assertThat(line.total()).isEqualTo(new BigDecimal(net).add(new BigDecimal(tax)));
    }

    @Test
    void sums_what_was_rounded_line_by_line() {
        var invoice = invoice("AUD", Collections.nCopies(3, line("AUD", "1", "0.05", "10")));

        assertThat(invoice.account().total()).isEqualTo("0.18");
        assertThat(invoice.account().taxTotal()).isEqualTo("0.03");
        assertThat(invoice.outstanding()).isEqualTo(money("AUD", "0.18"));
    }

    @Test
    void forgets_the_lines_it_had_before() {
        var invoice = invoice("AUD", List.of(line("AUD", "1", "10.00", "0")));

        invoice.charge(List.of(line("AUD", "1", "7.00", "0")));

        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.account().total()).isEqualTo("7.00");
    }

    @Test
    void ends_where_one_payment_could_not_settle_it() {
        var largest = List.of(line("AUD", "1", "999999999999.99", "0"));
        assertThat(invoice("AUD", largest).account().total()).isEqualTo("999999999999.99");

        var larger = Collections.nCopies(100, line("AUD", "100000", "999999999999.99", "100"));
        assertThatThrownBy(() -> invoice("AUD", larger)).hasMessage("invoice-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "AUD, 1.50, AUD, ",
        "AUD, 1,    AUD, ",
        "AUD, 1.50, NZD, currency-mismatch",
        "AUD, 1.50, ZZZ, currency-mismatch",
        "AUD, 1.505, AUD, amount-precision",
        "JPY, 1000, JPY, ",
        "JPY, 10.5, JPY, amount-precision",
        "KWD, 1.505, KWD, ",
        "KWD, 1.5055, KWD, amount-precision",
        "UYW, 1.5055, UYW, ",
        "UYW, 1.50555, UYW, amount-precision",
    })
    void takes_only_the_clinics_coins(String clinics, String amount, String stated, String refusal) {
        var given = new StatedAmount(new BigDecimal(amount), stated);

        if (refusal == null) {
            assertThat(given.toMoney(CurrencyUnit.of(clinics))).isEqualTo(money(clinics, amount));
        } else {
            assertThatThrownBy(() -> given.toMoney(CurrencyUnit.of(clinics))).hasMessage(refusal);
        }
    }

    private static Invoice invoice(String currency, List<InvoiceLine> lines) {
        var invoice = new Invoice(
                UUID.randomUUID(),
                UUID.randomUUID(),
                CurrencyUnit.of(currency),
                LocalDate.parse("2026-12-04"),
                Instant.parse("2026-11-20T01:00:00Z"));
        invoice.charge(lines);
        return invoice;
    }

    private static InvoiceLine line(String currency, String quantity, String price, String rate) {
        return InvoiceLine.of(
                UUID.randomUUID(),
                "Consultation",
                new BigDecimal(quantity),
                money(currency, price),
                new BigDecimal(rate));
    }

    private static Money money(String currency, String amount) {
        return new Money(new BigDecimal(amount), CurrencyUnit.of(currency));
    }
}
