package dev.latchkey.invoices;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PayingAnInvoiceMoreThanOnceTest {

    private Bill bill;

    @BeforeEach
    void set_the_scene() {
        var clinic = Portal.clinic();
        bill = Bill.draft(clinic.owner(), clinic.client("Mia"), "120.50").finalised();
    }

    @Test
    void in_full_by_two_at_once_succeeds_once() throws Exception {
        var answers = Together.all(List.<Callable<Response>>of(() -> bill.pays("120.50"), () -> bill.pays("120.50")));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 422);
        bill.reads().then().body("payments", hasSize(1)).body("outstanding.amount", equalTo("0.00"));
    }

    @Test
    void in_parts_by_sixteen_at_once_never_overpays() throws Exception {
        var answers = Together.all(IntStream.range(0, 16)
                .<Callable<Integer>>mapToObj(person -> () -> bill.pays("10.00").statusCode())
                .toList());

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(12);
        assertThat(answers).containsOnly(201, 422);
        bill.reads().then().body("payments", hasSize(12)).body("outstanding.amount", equalTo("0.50"));
    }

    @Test
    void with_one_idempotency_key_pays_once() {
        var first = bill.paysWithKey("50.00", "click-1");
        var again = bill.paysWithKey("50.00", "click-1");

        assertThat(List.of(first.statusCode(), again.statusCode())).containsOnly(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertRefused(bill.paysWithKey("60.00", "click-1"), 422, "idempotency-key-reused");
        bill.reads().then().body("payments", hasSize(1)).body("outstanding.amount", equalTo("70.50"));
    }

    @Test
    void with_one_idempotency_key_by_eight_at_once_pays_once() throws Exception {
        var answers = Together.all(IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        click -> () -> bill.paysWithKey("50.00", "click-1").statusCode())
                .toList());

        assertThat(answers).contains(201).containsOnly(201, 409);
        bill.reads().then().body("payments", hasSize(1)).body("outstanding.amount", equalTo("70.50"));
    }
}
