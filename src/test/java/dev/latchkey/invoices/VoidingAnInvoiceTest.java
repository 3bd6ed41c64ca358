package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VoidingAnInvoiceTest {

    private Practice clinic;
    private Person mia;
    private Bill bill;

    @BeforeEach
    void set_the_scene() {
        clinic = Portal.clinic();
        mia = clinic.client("Mia");
        bill = Bill.draft(clinic.owner(), mia, "120.50").finalised();
    }

    @Test
    void is_for_good_and_keeps_the_number() {
        var answer = bill.voids();

        answer.then()
                .statusCode(200)
                .body("status", equalTo("void"))
                .body("number", equalTo("INV-0001"))
                .body("total.amount", equalTo("120.50"))
                .body("outstanding.amount", equalTo("0.00"))
                .body("voidedAt", notNullValue());
        assertThat(bill.reads().asString()).isEqualTo(answer.asString());
        assertRefused(bill.voids(), 409, "invoice-not-open");
        assertRefused(bill.finalises(), 409, "invoice-not-draft");
        assertRefused(clinic.owner().patch(bill.path(), Map.of("dueOn", Bill.SOME_DAY)), 409, "invoice-not-draft");
        Bill.draft(clinic.owner(), mia, "1.00").finalises().then().body("number", equalTo("INV-0002"));
    }

    @Test
    void shows_at_the_clients() {
        bill.voids().then().statusCode(200);
        mia.signsIn();

        mia.get(Api.INVOICES + "/" + bill.id())
                .then()
                .body("status", equalTo("void"))
                .body("outstanding.amount", equalTo("0.00"))
                .body("overdue", equalTo(false));
    }

    @Test
    void is_refused_for_a_draft() {
        assertRefused(Bill.draft(clinic.owner(), mia, "1.00").voids(), 409, "invoice-not-open");
    }

    @Test
    void is_refused_once_something_was_paid() {
        bill.pays("0.50").then().statusCode(201);
        assertRefused(bill.voids(), 409, "invoice-has-payments");
        bill.pays("120.00").then().statusCode(201);
        assertRefused(bill.voids(), 409, "invoice-not-open");
    }

    @Test
    void at_the_moment_of_a_payment_lets_only_one_of_them_happen() throws Exception {
        var answers = Together.all(List.<Callable<Response>>of(bill::voids, () -> bill.pays("1.00")));

        var voided = answers.get(0).statusCode() == 200;
        assertThat(answers.get(0).statusCode()).isEqualTo(voided ? 200 : 409);
        assertThat(answers.get(1).statusCode()).isEqualTo(voided ? 409 : 201);
    }

    @Test
    void twice_with_one_idempotency_key_answers_the_same() {
        var first = voidsWithKey();
        var again = voidsWithKey();

        assertThat(List.of(first.statusCode(), again.statusCode())).containsOnly(200);
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    private Response voidsWithKey() {
        return clinic.owner().request().header("Idempotency-Key", "click-1").post(bill.path() + "/void");
    }
}
