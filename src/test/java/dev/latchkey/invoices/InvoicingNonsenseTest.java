package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class InvoicingNonsenseTest {

    /** Of all nonsense: each is said of a client of its own. */
    private static Practice clinic;

    private Person mia;

    @BeforeAll
    static void open_a_clinic() {
        clinic = Portal.clinic();
    }

    @BeforeEach
    void add_a_client() {
        mia = clinic.client("Mia");
    }

    @Test
    void is_refused_in_another_currency_or_in_parts_of_a_coin() {
        assertRefused(asks(Bill.line("1", "1.00", "NZD", "0")), 422, "currency-mismatch");
        assertRefused(asks(Bill.line("1", "1.005", "AUD", "0")), 422, "amount-precision");
    }

    @ParameterizedTest
    @CsvSource({
        "quantity, 0",
        "quantity, 0.000",
        "quantity, -1",
        "quantity, 1.0001",
        "quantity, 100000.001",
        "quantity, 1e2",
        "quantity, ''",
        "taxRatePercent, 100.0001",
        "taxRatePercent, -1",
        "taxRatePercent, 1.00005",
        "description, ''",
        "description, ' '",
        "description, O\u0092Brien",
        "description, Larsen\u202e",
        "extra, 1"
    })
    void is_refused_with_a_line_against_the_contract(String member, String value) {
        var line = new HashMap<>(Bill.line("1", "1.00", "AUD", "0"));
        line.put(member, value);

        assertRefused(asks(line), 400, "invalid-request");
    }

    @ParameterizedTest
    @CsvSource({"1000000000000.00, AUD", "-1.00, AUD", "1.000000, AUD", "1., AUD", "١, AUD", "1.00, aud", "1.00, AUDX"})
    void is_refused_for_what_is_no_money(String amount, String currency) {
        assertRefused(asks(Bill.line("1", amount, currency, "0")), 400, "invalid-request");
    }

    @Test
    void is_refused_for_numbers_where_texts_belong() {
        var line = new HashMap<>(Bill.line("1", "1.00", "AUD", "0"));
        line.put("quantity", 1.5);

        assertRefused(asks(line), 400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "1582-10-10", "1999-12-31", "2100-01-01"})
    void is_refused_for_a_date_of_another_century(String dueOn) {
        var answer = Bill.asks(
                clinic.owner(), mia, Map.of("dueOn", dueOn, "lines", List.of(Bill.line("1", "1.00", "AUD", "0"))));

        assertRefused(answer, 400, "invalid-request");
        answer.then()
                .body("errors.pointer", equalTo(List.of("/dueOn")))
                .body("errors.detail", equalTo(List.of("must be a date from 2000 to 2099")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+12345-01-01", "-0001-01-01", "2026-02-30", "2026-12-04T00:00:00Z", "soon", ""})
    void is_refused_for_what_is_no_date(String dueOn) {
        assertRefused(
                Bill.asks(
                        clinic.owner(),
                        mia,
                        Map.of("dueOn", dueOn, "lines", List.of(Bill.line("1", "1.00", "AUD", "0")))),
                400,
                "invalid-request");
    }

    @SafeVarargs
    private Response asks(Map<String, Object>... lines) {
        return Bill.asks(clinic.owner(), mia, Map.of("dueOn", Bill.SOME_DAY, "lines", List.of(lines)));
    }
}
