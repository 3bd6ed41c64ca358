package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PayingAnInvoiceTest {

    private Practice clinic;
    private Person mia;
    private Bill bill;
    private final LocalDate today = LocalDate.now(ZoneId.of("Australia/Sydney"));

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        bill = Bill.draft(clinic.owner(), mia, "120.50").finalised();
    }

    @Test
    void in_parts_leads_from_open_to_paid() {
        var yesterday = today.minusDays(1).toString();
        bill.pays(Map.of("amount", Bill.money("100", "AUD"), "method", "bank-transfer", "paidOn", yesterday))
                .then()
                .statusCode(201)
                .header("Location", endsWith(bill.path()))
                .body("status", equalTo("open"))
                .body("outstanding", equalTo(Bill.money("20.50", "AUD")))
                .body("payments", hasSize(1))
                .body("payments[0].amount", equalTo(Bill.money("100.00", "AUD")))
                .body("payments[0].method", equalTo("bank-transfer"))
                .body("payments[0].paidOn", equalTo(yesterday));

        var last = bill.pays("20.50");

        last.then()
                .statusCode(201)
                .body("status", equalTo("paid"))
                .body("total", equalTo(Bill.money("120.50", "AUD")))
                .body("outstanding", equalTo(Bill.money("0.00", "AUD")))
                .body("payments.paidOn", equalTo(List.of(yesterday, today.toString())));
        assertThat(bill.reads().asString()).isEqualTo(last.asString());
        assertThat(bill.reads().header("ETag")).isEqualTo(last.header("ETag"));
    }

    @Test
    void shows_at_the_clients() {
        bill.pays("100.00").then().statusCode(201);
        mia.signsIn();

        mia.get(Api.INVOICES + "/" + bill.id())
                .then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("outstanding", equalTo(Bill.money("20.50", "AUD")))
                .body("payments[0].method", equalTo("card"));
        bill.pays("20.50").then().statusCode(201);
        mia.get(Api.INVOICES + "?status=paid").then().body("items.id", equalTo(List.of(bill.id())));
    }

    @Test
    void with_more_than_is_outstanding_is_refused() {
        assertRefused(bill.pays("120.51"), 422, "payment-exceeds-outstanding");
        bill.pays("120.50").then().statusCode(201);
        assertRefused(bill.pays("0.01"), 422, "payment-exceeds-outstanding");
    }

    @Test
    void is_refused_for_a_draft_and_for_a_void_one() {
        assertRefused(Bill.draft(clinic.owner(), mia, "1.00").pays("1.00"), 409, "invoice-not-open");
        bill.voids().then().statusCode(200);
        assertRefused(bill.pays("1.00"), 409, "invoice-not-open");
    }

    @Test
    void is_refused_in_another_currency_or_in_parts_of_a_coin() {
        assertRefused(
                bill.pays(Map.of("amount", Bill.money("1.00", "NZD"), "method", "cash")), 422, "currency-mismatch");
        assertRefused(
                bill.pays(Map.of("amount", Bill.money("1.005", "AUD"), "method", "cash")), 422, "amount-precision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "-1.00", "1000000000000", "1e3", ""})
    void is_refused_for_what_is_no_payment(String amount) {
        assertRefused(bill.pays(amount), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 1005, 1000, 5",
        "KWD, 10.125, 10.000, 0.125",
        "UYW, 10.1255, 10.0000, 0.1255",
        "VND, 250000000000, 249999999999, 1",
        "IDR, 999999999999.99, 999999999999.98, 0.01"
    })
    void leads_to_paid_in_the_coins_of_the_clinic(String currency, String price, String first, String last) {
        var there = Portal.clinic("Asia/Tokyo", currency);
        var ken = there.client("Ken");
        var dear = Bill.draft(
                        there.owner(),
                        ken,
                        Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", price, currency, "0"))))
                .finalised();

        dear.pays(Map.of("amount", Bill.money(first, currency), "method", "cash"))
                .then()
                .statusCode(201)
                .body("outstanding", equalTo(Bill.money(last, currency)));
        dear.pays(Map.of("amount", Bill.money(last, currency), "method", "cash"))
                .then()
                .statusCode(201)
                .body("status", equalTo("paid"));

        ken.signsIn()
                .get(Api.INVOICES + "/" + dear.id())
                .then()
                .body("total", equalTo(Bill.money(price, currency)))
                .body("payments.amount.amount", equalTo(List.of(first, last)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1582-10-10", "1999-12-31"})
    void is_refused_from_another_century(String paidOn) {
        var answer = bill.pays(paidOn(paidOn));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/paidOn")));
    }

    private static Map<String, ?> paidOn(String day) {
        return Map.of("amount", Bill.money("1.00", "AUD"), "method", "card", "paidOn", day);
    }

    @Test
    void is_refused_from_tomorrow_and_by_unknown_methods() {
        assertRefused(bill.pays(paidOn(today.plusDays(1).toString())), 422, "paid-in-future");
        assertRefused(
                bill.pays(Map.of("amount", Bill.money("1.00", "AUD"), "method", "shells")), 400, "invalid-request");
        assertRefused(bill.pays(Map.of("amount", Bill.money("1.00", "AUD"), "method", "CARD")), 400, "invalid-request");
    }
}
