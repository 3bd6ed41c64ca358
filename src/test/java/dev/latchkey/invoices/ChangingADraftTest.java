package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChangingADraftTest {

    private Practice clinic;
    private Bill bill;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        bill = Bill.draft(clinic.owner(), clinic.client("Mia"), "120.50");
    }

    @Test
    void replaces_what_is_given_and_keeps_the_rest() {
        changes(Map.of("dueOn", "2031-01-02"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2031-01-02"))
                .body("total.amount", equalTo("120.50"));

        var lines = List.of(Bill.line("2", "10.00", "AUD", "0"), Bill.line("1", "5.00", "AUD", "10"));
        var changed = changes(Map.of("lines", lines));

        changed.then()
                .statusCode(200)
                .body("dueOn", equalTo("2031-01-02"))
                .body("lines", hasSize(2))
                .body("total.amount", equalTo("25.50"));
        changes(Map.of("lines", List.of(Bill.line("1", "1.00", "AUD", "0"))))
                .then()
                .body("lines", hasSize(1))
                .body("total.amount", equalTo("1.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dueOn", "lines"})
    void takes_nothing_away(String member) {
        var answer = changes(Collections.singletonMap(member, null));

        assertRefused(answer, 400, "invalid-request");
        answer.then().body("errors.pointer", equalTo(List.of("/" + member)));
    }

    @Test
    void gives_the_tag_that_the_next_reader_sees() {
        var changed = changes(Map.of("lines", List.of(Bill.line("1.50", "10.00", "AUD", "7.50"))));

        assertThat(bill.reads().header("ETag")).isEqualTo(changed.header("ETag"));
        assertThat(bill.reads().asString()).isEqualTo(changed.asString());
    }

    @Test
    void needs_the_tag_last_read() {
        var before = bill.reads().header("ETag");
        changes(Map.of("dueOn", "2031-01-02")).then().statusCode(200);

        assertRefused(changesIf(before), 412, "precondition-failed");
        assertRefused(
                clinic.owner()
                        .request()
                        .contentType("application/json")
                        .body(Map.of("dueOn", "2031-01-03"))
                        .patch(bill.path()),
                428,
                "precondition-required");
        bill.reads().then().body("dueOn", equalTo("2031-01-02"));
    }

    @Test
    void of_eight_at_once_lets_one_through() throws Exception {
        var tag = bill.reads().header("ETag");

        var answers = Together.all(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(other -> () -> changesIf(tag).statusCode())
                .toList());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void is_refused_once_it_is_final() {
        bill.finalised();

        assertRefused(changes(Map.of("dueOn", "2031-01-02")), 409, "invoice-not-draft");
        assertRefused(changes(Map.of()), 409, "invoice-not-draft");
        assertRefused(bill.finalises(), 409, "invoice-not-draft");
    }

    @Test
    void is_refused_in_another_currency_in_parts_of_a_coin_or_without_lines() {
        assertRefused(changes(Map.of("lines", List.of(Bill.line("1", "1", "NZD", "0")))), 422, "currency-mismatch");
        assertRefused(changes(Map.of("lines", List.of(Bill.line("1", "0.001", "AUD", "0")))), 422, "amount-precision");
        assertRefused(changes(Map.of("lines", List.of())), 400, "invalid-request");
        bill.reads().then().body("total.amount", equalTo("120.50"));
    }

    @Test
    void leaves_readers_of_the_newest_in_peace() {
        clinic.owner()
                .request()
                .header("If-None-Match", bill.reads().header("ETag"))
                .get(bill.path())
                .then()
                .statusCode(304);
    }

    private Response changes(Map<String, ?> body) {
        return clinic.owner().patch(bill.path(), body);
    }

    private Response changesIf(String tag) {
        return clinic.owner()
                .request()
                .header("If-Match", tag)
                .contentType("application/json")
                .body(Map.of("dueOn", "2031-01-04"))
                .patch(bill.path());
    }
}
