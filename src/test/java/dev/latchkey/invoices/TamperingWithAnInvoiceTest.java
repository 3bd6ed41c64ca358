package dev.latchkey.invoices;

import static dev.latchkey.support.DatabaseUser.APPLICATION;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.support.Bill;
import dev.latchkey.support.Database;
import dev.latchkey.support.Portal;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TamperingWithAnInvoiceTest {

    private Bill bill;

    @BeforeEach
    void set_the_scene() {
        var clinic = Portal.clinic();
        bill = Bill.draft(clinic.owner(), clinic.client("Mia"), "120.50").finalised();
        bill.pays("100.00").then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2100-01-01", "0001-01-01 BC", "infinity"})
    void with_a_date_of_another_century_is_refused_even_for_a_draft(String day) {
        var clinic = Portal.clinic();
        var draft = Bill.draft(clinic.owner(), clinic.client("Mia"), "1.00");

        assertThatThrownBy(() -> Database.execute(
                        "update invoice set due_on = ?::date where id = ?", day, UUID.fromString(draft.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from invoice where id = ?",
                "delete from invoice_line where invoice_id = ?",
                "delete from payment where invoice_id = ?",
                "delete from invoice_counter where clinic_id = (select clinic_id from invoice where id = ?)",
                "update invoice set status = 'DRAFT', number = null, issued_on = null, paid = 0 where id = ?",
                "update invoice set status = 'PAID' where id = ?",
                "update invoice set status = 'PAID', paid = total where id = ?",
                "update invoice set status = 'VOID', voided_at = now() where id = ?",
                "update invoice set status = 'VOID', voided_at = now(), paid = 0 where id = ?",
                "update invoice set number = number + 1 where id = ?",
                "update invoice set due_on = due_on + 1 where id = ?",
                "update invoice set total = total + 1 where id = ?",
                "update invoice set paid = paid - 1 where id = ?",
                "update invoice_line set description = 'Something else' where invoice_id = ?",
                "update payment set amount = amount - 1 where invoice_id = ?",
                "update payment set paid_on = '1999-12-31' where invoice_id = ?",
                "update payment set paid_on = '2100-01-01' where invoice_id = ?"
            })
    void is_refused_by_the_database_itself(String change) {
        assertThatThrownBy(() -> Database.execute(change, UUID.fromString(bill.id())))
                .isInstanceOf(IllegalStateException.class);

        bill.reads()
                .then()
                .body("status", equalTo("open"))
                .body("lines", hasSize(1))
                .body("outstanding.amount", equalTo("20.50"));
    }

    /** What a rule reads is bound by row-level security, too, and its caller could hide everything from it. */
    @Test
    void is_refused_though_nothing_is_shown_to_the_rule() {
        assertThatThrownBy(() -> APPLICATION.does(
                        "set local latchkey.clinic = '*'",
                        "update invoice set status = 'PAID', paid = total where id = '%s'".formatted(bill.id()),
                        "set local latchkey.clinic = ''"))
                .hasStackTraceContaining("the sums of an invoice are not those of its lines and payments");
    }
}
