package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InvoicingAClientTest {

    private Practice clinic;
    private Person mia;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
    }

    @Test
    void keeps_the_lines_of_a_description() {
        var line = new HashMap<>(Bill.line("1", "80.00", "AUD", "0"));
        line.put("description", " Consultation\r\nZoe\u0308 Larsen ");

        asks(line).then().statusCode(201).body("lines[0].description", equalTo("Consultation\nZoë Larsen"));
    }

    @Test
    void begins_with_a_draft() {
        var answer = asks(Bill.line("1.50", "80.00", "AUD", "10"), Bill.line("1", "0.5", "AUD", "0"));

        var id = answer.<String>path("id");
        answer.then()
                .statusCode(201)
                .header("Location", endsWith(Api.STAFF_INVOICES + "/" + id))
                .header("ETag", notNullValue())
                .body("clientId", equalTo(mia.id()))
                .body("number", nullValue())
                .body("issuedOn", nullValue())
                .body("dueOn", equalTo(Bill.SOME_DAY))
                .body("status", equalTo("draft"))
                .body("overdue", equalTo(false))
                .body("total", equalTo(Bill.money("132.50", "AUD")))
                .body("taxTotal", equalTo(Bill.money("12.00", "AUD")))
                .body("outstanding", equalTo(Bill.money("132.50", "AUD")))
                .body("lines", hasSize(2))
                .body("lines[0].quantity", equalTo("1.5"))
                .body("lines[0].taxRatePercent", equalTo("10"))
                .body("lines[0].unitPrice", equalTo(Bill.money("80.00", "AUD")))
                .body("lines[0].net", equalTo(Bill.money("120.00", "AUD")))
                .body("lines[0].tax", equalTo(Bill.money("12.00", "AUD")))
                .body("lines[0].total", equalTo(Bill.money("132.00", "AUD")))
                .body("lines[1].unitPrice", equalTo(Bill.money("0.50", "AUD")))
                .body("payments", hasSize(0))
                .body("voidedAt", nullValue());
        var read = new Bill(clinic.owner(), id).reads();
        assertThat(read.asString()).isEqualTo(answer.asString());
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    @ParameterizedTest
    @CsvSource({"JPY, 1005, 10, 1106", "KWD, 10.125, 5, 10.631"})
    void is_calculated_in_the_currency_of_the_clinic(String currency, String price, String taxRate, String total) {
        var there = Portal.clinic("Asia/Tokyo", currency);

        var bill = Bill.draft(
                there.owner(),
                there.client("Ken"),
                Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", price, currency, taxRate))));

        bill.reads().then().statusCode(200).body("total", equalTo(Bill.money(total, currency)));
    }

    @Test
    void works_for_archived_clients_who_still_owe() {
        clinic.owner().archives(mia).then().statusCode(200);

        asks(Bill.line("1", "1.00", "AUD", "0")).then().statusCode(201);
    }

    @Test
    void twice_with_one_idempotency_key_makes_one_invoice() {
        var first = asksWithKey("click-1", "10.00");
        var again = asksWithKey("click-1", "10.00");

        assertThat(again.statusCode()).isEqualTo(first.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertRefused(asksWithKey("click-1", "11.00"), 422, "idempotency-key-reused");
        clinic.owner().get(Bill.path(mia)).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"9.975, 9.98", "8.875, 8.88", "10.2375, 10.24", "0.0001, 0.00", "100.0000, 100.00"})
    void takes_rates_that_several_authorities_make_up(String rate, String tax) {
        var shown = new BigDecimal(rate).stripTrailingZeros().toPlainString();

        asks(Bill.line("1", "100.00", "AUD", rate))
                .then()
                .statusCode(201)
                .body("taxTotal.amount", equalTo(tax))
                .body("lines[0].taxRatePercent", equalTo(shown));
    }

    /** It was opened with it, and has it until its invoices are in another one. */
    @Test
    void goes_on_in_a_currency_that_was_withdrawn() {
        Database.execute("update clinic set currency = 'HRK' where slug = ?", clinic.slug());

        asks(Bill.line("1", "7.53", "HRK", "0"))
                .then()
                .statusCode(201)
                .body("total", equalTo(Bill.money("7.53", "HRK")));
        assertRefused(asks(Bill.line("1", "7.535", "HRK", "0")), 422, "amount-precision");
    }

    @Test
    void takes_one_to_a_hundred_lines_and_no_more_money_than_one_payment_can_settle() {
        var cheap = Bill.line("1", "0.01", "AUD", "0");
        var dear = Bill.line("1", "999999999999.99", "AUD", "0");

        assertRefused(asks(), 400, "invalid-request");
        asks(Collections.nCopies(100, cheap).toArray(Map[]::new))
                .then()
                .statusCode(201)
                .body("total.amount", equalTo("1.00"));
        assertRefused(asks(Collections.nCopies(101, cheap).toArray(Map[]::new)), 400, "invalid-request");
        asks(dear).then().statusCode(201);
        assertRefused(asks(dear, dear), 422, "invoice-too-large");
        assertRefused(asks(Bill.line("100000", "999999999999.99", "AUD", "100")), 422, "invoice-too-large");
    }

    @Test
    void is_every_roles_business_but_only_at_the_clients_own_clinic() {
        Bill.draft(clinic.staff("accountant"), mia, "1.00");

        var elsewhere = Portal.clinic().owner();
        var bill = Bill.draft(clinic.owner(), mia, "1.00");
        assertRefused(
                Bill.asks(
                        elsewhere,
                        mia,
                        Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", "1.00", "AUD", "0")))),
                404,
                "client-not-found");
        assertRefused(elsewhere.get(Bill.path(mia)), 404, "client-not-found");
        var theirs = new Bill(elsewhere, bill.id());
        assertRefused(theirs.reads(), 404, "invoice-not-found");
        assertRefused(theirs.finalises(), 404, "invoice-not-found");
        assertRefused(theirs.pays("1.00"), 404, "invoice-not-found");
        assertRefused(theirs.voids(), 404, "invoice-not-found");
        assertRefused(
                elsewhere
                        .request()
                        .header("If-Match", "*")
                        .contentType("application/json")
                        .body(Map.of("dueOn", Bill.SOME_DAY))
                        .patch(bill.path()),
                404,
                "invoice-not-found");
        assertRefused(new Bill(elsewhere, UUID.randomUUID().toString()).reads(), 404, "invoice-not-found");
    }

    @Test
    void is_not_the_clients_business() {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");
        mia.signsIn();

        assertRefused(new Bill(mia, bill.id()).reads(), 403, "forbidden");
        assertRefused(new Bill(mia, bill.id()).voids(), 403, "forbidden");
        assertRefused(mia.get(Bill.path(mia)), 403, "forbidden");
    }

    @Test
    void is_listed_newest_first_with_drafts_page_by_page_and_by_status() {
        var first = Bill.draft(clinic.owner(), mia, "1.00").finalised();
        var second = Bill.draft(clinic.owner(), mia, "2.00");
        var third = Bill.draft(clinic.owner(), mia, "3.00").finalised();
        third.voids().then().statusCode(200);
        var owner = clinic.owner();

        owner.get(Bill.path(mia)).then().body("items.id", equalTo(List.of(third.id(), second.id(), first.id())));
        var page = owner.get(Bill.path(mia) + "?limit=2");
        page.then().body("items.id", equalTo(List.of(third.id(), second.id())));
        owner.get(Bill.path(mia) + "?limit=2&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", equalTo(List.of(first.id())))
                .body("nextCursor", nullValue());
        owner.get(Bill.path(mia) + "?status=draft").then().body("items.id", equalTo(List.of(second.id())));
        owner.get(Bill.path(mia) + "?status=open").then().body("items.id", equalTo(List.of(first.id())));
        owner.get(Bill.path(mia) + "?status=void").then().body("items.id", equalTo(List.of(third.id())));
        assertRefused(owner.get(Bill.path(mia) + "?status=lost"), 400, "invalid-request");
        assertRefused(owner.get(Bill.path(mia) + "?overdue=maybe"), 400, "invalid-request");
    }

    @SafeVarargs
    private Response asks(Map<String, Object>... lines) {
        return Bill.asks(clinic.owner(), mia, Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(lines)));
    }

    private Response asksWithKey(String key, String price) {
        return clinic.owner()
                .request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1", price, "AUD", "0"))))
                .post(Bill.path(mia));
    }
}
