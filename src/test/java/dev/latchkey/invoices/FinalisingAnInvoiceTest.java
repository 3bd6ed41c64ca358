package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FinalisingAnInvoiceTest {

    private Practice clinic;
    private Person mia;
    private final LocalDate today = LocalDate.now(ZoneId.of("Australia/Sydney"));

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
    }

    @Test
    void opens_it_with_the_next_number_and_todays_date() {
        var first = Bill.draft(clinic.owner(), mia, "120.50");
        var second = Bill.draft(clinic.owner(), mia, "120.50");

        var answer = second.finalises();

        answer.then()
                .statusCode(200)
                .body("status", equalTo("open"))
                .body("number", equalTo("INV-0001"))
                .body("issuedOn", equalTo(today.toString()));
        assertThat(second.reads().header("ETag")).isEqualTo(answer.header("ETag"));
        first.finalises(Map.of("issuedOn", today.minusDays(3).toString()))
                .then()
                .statusCode(200)
                .body("number", equalTo("INV-0002"))
                .body("issuedOn", equalTo(today.minusDays(3).toString()));
    }

    @Test
    void needs_no_body() {
        var bill = Bill.draft(clinic.owner(), mia, "120.50");

        clinic.owner()
                .post(bill.path() + "/finalisation")
                .then()
                .statusCode(200)
                .body("status", equalTo("open"));
    }

    @Test
    void counts_for_each_clinic_by_itself() {
        Bill.draft(clinic.owner(), mia, "1.00").finalised();
        var other = Portal.clinic();

        Bill.draft(other.owner(), other.client("Noah"), "1.00")
                .finalises()
                .then()
                .body("number", equalTo("INV-0001"));
    }

    @Test
    void pays_it_at_once_when_there_is_nothing_to_pay() {
        Bill.draft(clinic.owner(), mia, "0.00")
                .finalises()
                .then()
                .statusCode(200)
                .body("status", equalTo("paid"));
    }

    @Test
    void is_refused_when_it_would_be_issued_tomorrow_or_due_before() {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");
        assertRefused(bill.finalises(Map.of("issuedOn", today.plusDays(1).toString())), 422, "issued-in-future");

        clinic.owner()
                .patch(bill.path(), Map.of("dueOn", today.minusDays(1).toString()))
                .then()
                .statusCode(200);
        assertRefused(bill.finalises(), 422, "due-before-issue");
        bill.finalises(Map.of("issuedOn", today.minusDays(1).toString()))
                .then()
                .statusCode(200)
                .body("number", equalTo("INV-0001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1582-10-10", "1999-12-31", "2100-01-01"})
    void is_refused_with_a_date_of_another_century(String issuedOn) {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");

        var answer = bill.finalises(Map.of("issuedOn", issuedOn));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/issuedOn")));
        bill.finalises().then().statusCode(200).body("number", equalTo("INV-0001"));
    }

    @Test
    void on_the_first_day_there_is_leads_to_an_invoice_that_can_be_paid() {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");

        bill.finalises(Map.of("issuedOn", "2000-01-01")).then().statusCode(200);

        bill.reads().then().body("issuedOn", equalTo("2000-01-01"));
        bill.pays("1.00").then().statusCode(201).body("status", equalTo("paid"));
    }

    @Test
    void knows_what_day_it_is_at_the_clinic() {
        // It is always the next day already in Kiritimati (UTC+14) when it is some day in Pago Pago (UTC-11).
        var east = Portal.clinic("Pacific/Kiritimati", "AUD");
        var west = Portal.clinic("Pacific/Pago_Pago", "AUD");
        var todayInTheEast = Map.of(
                "issuedOn", LocalDate.now(ZoneId.of("Pacific/Kiritimati")).toString());

        Bill.draft(east.owner(), east.client("Eka"), "1.00")
                .finalises(todayInTheEast)
                .then()
                .statusCode(200);
        assertRefused(
                Bill.draft(west.owner(), west.client("Wes"), "1.00").finalises(todayInTheEast),
                422,
                "issued-in-future");
    }

    @Test
    void by_twelve_people_at_once_leaves_no_gap_and_no_number_twice_even_if_some_are_refused() throws Exception {
        var acts = new ArrayList<Callable<Response>>();
        var bills = new ArrayList<Bill>();
        var colleague = clinic.staff("accountant"); // of one caller sixteen requests are worked on at once, and no more
        for (var i = 0; i < 12; i++) {
            bills.add(Bill.draft(clinic.owner(), mia, "1.00"));
            var unlucky = Bill.draft(colleague, mia, "1.00");
            acts.add(bills.get(i)::finalises);
            acts.add(
                    () -> unlucky.finalises(Map.of("issuedOn", today.plusDays(2).toString())));
        }

        var answers = Together.all(acts);

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 422))
                .hasSize(12);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> answer.<String>path("number")))
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj("INV-%04d"::formatted)
                        .toList());
    }

    @Test
    void of_one_draft_by_eight_people_at_once_gives_one_number() throws Exception {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");

        var answers = Together.all(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(person -> () -> bill.finalises().statusCode())
                .toList());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        Bill.draft(clinic.owner(), mia, "1.00").finalises().then().body("number", equalTo("INV-0002"));
    }

    @Test
    void twice_with_one_idempotency_key_answers_the_same() {
        var bill = Bill.draft(clinic.owner(), mia, "1.00");

        var first = finalisesWithKey(bill);
        var again = finalisesWithKey(bill);

        assertThat(List.of(first.statusCode(), again.statusCode())).containsOnly(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private Response finalisesWithKey(Bill bill) {
        return clinic.owner()
                .request()
                .header("Idempotency-Key", "click-1")
                .contentType("application/json")
                .body(Map.of())
                .post(bill.path() + "/finalisation");
    }
}
