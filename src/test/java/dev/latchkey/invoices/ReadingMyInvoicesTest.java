package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReadingMyInvoicesTest {

    private Practice clinic;
    private Person mia;
    private final LocalDate today = LocalDate.now(ZoneId.of("Australia/Sydney"));

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
    }

    @Test
    void shows_all_there_is_to_know() {
        var bill = Bill.draft(
                        clinic.owner(),
                        mia,
                        Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(Bill.line("1.5", "80.00", "AUD", "10"))))
                .finalised();
        mia.signsIn();

        var answer = mia.get(Api.INVOICES + "/" + bill.id());

        var expected = Map.ofEntries(
                Map.entry("id", bill.id()),
                Map.entry("number", "INV-0001"),
                Map.entry("issuedOn", today.toString()),
                Map.entry("dueOn", Bill.SOME_DAY),
                Map.entry("status", "open"),
                Map.entry("overdue", false),
                Map.entry("total", Bill.money("132.00", "AUD")),
                Map.entry("outstanding", Bill.money("132.00", "AUD")),
                Map.entry("taxTotal", Bill.money("12.00", "AUD")),
                Map.entry(
                        "lines",
                        List.of(Map.of(
                                "description", "Consultation",
                                "quantity", "1.5",
                                "unitPrice", Bill.money("80.00", "AUD"),
                                "taxRatePercent", "10",
                                "net", Bill.money("120.00", "AUD"),
                                "tax", Bill.money("12.00", "AUD"),
                                "total", Bill.money("132.00", "AUD")))),
                Map.entry("payments", List.of()));
        assertThat(answer.<Map<String, Object>>path("$")).isEqualTo(expected);
        mia.request()
                .header("If-None-Match", answer.header("ETag"))
                .get(Api.INVOICES + "/" + bill.id())
                .then()
                .statusCode(304);
    }

    @Test
    void never_shows_a_draft() {
        var draft = Bill.draft(clinic.owner(), mia, "1.00");
        mia.signsIn();

        mia.get(Api.INVOICES).then().statusCode(200).body("items", hasSize(0)).body("nextCursor", nullValue());
        assertRefused(mia.get(Api.INVOICES + "/" + draft.id()), 404, "invoice-not-found");
        assertRefused(mia.get(Api.INVOICES + "?status=draft"), 400, "invalid-request");
    }

    @Test
    void never_shows_anothers() {
        var noahs = Bill.draft(clinic.owner(), clinic.client("Noah", mia.email() + ".au"), "1.00")
                .finalised();
        var other = Portal.clinic();
        var elsewhere = Bill.draft(other.owner(), other.client("Mia", mia.email()), "1.00")
                .finalised();
        mia.signsIn();

        mia.get(Api.INVOICES).then().statusCode(200).body("items", hasSize(0));
        assertRefused(mia.get(Api.INVOICES + "/" + noahs.id()), 404, "invoice-not-found");
        assertRefused(mia.get(Api.INVOICES + "/" + elsewhere.id()), 404, "invoice-not-found");
        assertRefused(mia.get(Api.INVOICES + "/" + UUID.randomUUID()), 404, "invoice-not-found");
        assertRefused(clinic.owner().get(Api.INVOICES), 403, "forbidden");
        assertRefused(Person.stranger().get(Api.INVOICES), 401, "unauthenticated");
    }

    @Test
    void goes_from_the_newest_day_and_number_page_by_page() {
        var monthAgo = issued("1.00", today.minusMonths(1));
        var first = issued("2.00", today);
        var weekAgo = issued("3.00", today.minusWeeks(1));
        var second = issued("4.00", today);
        mia.signsIn();

        mia.get(Api.INVOICES)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(second.id(), first.id(), weekAgo.id(), monthAgo.id())))
                .body("items.number", equalTo(List.of("INV-0004", "INV-0002", "INV-0003", "INV-0001")))
                .body("items[0]", not(hasKey("lines")));
        var page = mia.get(Api.INVOICES + "?limit=1");
        page.then().body("items.id", equalTo(List.of(second.id())));
        page = mia.get(Api.INVOICES + "?limit=2&cursor=" + page.path("nextCursor"));
        page.then().body("items.id", equalTo(List.of(first.id(), weekAgo.id())));
        mia.get(Api.INVOICES + "?limit=2&cursor=" + page.path("nextCursor"))
                .then()
                .body("items.id", equalTo(List.of(monthAgo.id())))
                .body("nextCursor", nullValue());
    }

    @Test
    void can_be_narrowed_to_what_stands_so() {
        var open = issued("1.00", today);
        var paid = issued("2.00", today);
        paid.pays("2.00").then().statusCode(201);
        var annulled = issued("3.00", today);
        annulled.voids().then().statusCode(200);
        mia.signsIn();

        mia.get(Api.INVOICES + "?status=open").then().body("items.id", equalTo(List.of(open.id())));
        mia.get(Api.INVOICES + "?status=paid").then().body("items.id", equalTo(List.of(paid.id())));
        mia.get(Api.INVOICES + "?status=void").then().body("items.id", equalTo(List.of(annulled.id())));
        mia.get(Api.INVOICES + "?overdue=false").then().body("items", hasSize(3));
        mia.get(Api.INVOICES + "?overdue=true").then().body("items", hasSize(0));
    }

    @Test
    void turns_overdue_at_the_clinics_own_midnight() {
        // When the day has ended in Kiritimati (UTC+14), it has not in Pago Pago (UTC-11), at whatever moment.
        var day = LocalDate.now(ZoneId.of("Pacific/Pago_Pago"));

        var late = clientOwingSince(day, Portal.clinic("Pacific/Kiritimati", "AUD"));
        var early = clientOwingSince(day, Portal.clinic("Pacific/Pago_Pago", "AUD"));

        late.get(Api.INVOICES).then().body("items.overdue", equalTo(List.of(true)));
        late.get(Api.INVOICES + "?overdue=true").then().body("items.overdue", equalTo(List.of(true)));
        late.get(Api.INVOICES + "?overdue=false").then().body("items", hasSize(0));
        early.get(Api.INVOICES).then().body("items.overdue", equalTo(List.of(false)));
        early.get(Api.INVOICES + "?overdue=true").then().body("items", hasSize(0));
        early.get(Api.INVOICES + "?overdue=false&status=open").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+99999999-01-01\u001f1", "-0001-01-01\u001f1", "2026-01-01\u001f99999999999", "x\u001f1", "1"})
    void refuses_cursors_of_others_making(String text) {
        mia.signsIn();
        var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        assertRefused(mia.get(Api.INVOICES + "?cursor=" + cursor), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=lost", "status=OPEN", "overdue=maybe", "limit=0", "limit=101", "sort=up"})
    void refuses_what_the_contract_does_not_know(String query) {
        mia.signsIn();

        assertRefused(mia.get(Api.INVOICES + "?" + query), 400, "invalid-request");
    }

    private Bill issued(String price, LocalDate day) {
        var bill = Bill.draft(clinic.owner(), mia, price);
        bill.finalises(Map.of("issuedOn", day.toString())).then().statusCode(200);
        return bill;
    }

    private static Person clientOwingSince(LocalDate due, Practice clinic) {
        var client = clinic.client("Mia");
        var body = Map.of("dueOn", due.toString(), "lines", List.of(Bill.line("1", "1.00", "AUD", "0")));
        Bill.draft(clinic.owner(), client, body)
                .finalises(Map.of("issuedOn", due.toString()))
                .then()
                .statusCode(200);
        return client.signsIn();
    }
}
