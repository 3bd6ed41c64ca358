package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Rights;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may do what: each cell of {@code rights.txt} is one call, well-formed and about real records of the first clinic. */
@QuarkusTest
class RightsTest {

    private static final List<ContractOperation> OPERATIONS = Contract.read().operations();
    private static final Rights TABLE = Rights.read();

    @Test
    void every_operation_has_its_row() {
        var missing = OPERATIONS.stream()
                .filter(operation -> !TABLE.operations().contains(operation.name()))
                .map(operation -> TABLE.proposal(operation, OPERATIONS))
                .toList();

        assertThat(missing)
                .withFailMessage(
                        "Add to src/test/resources/rights.txt, with what that caller is to get in the place of each ???:%n%s%n"
                                + "If RightsTest then cannot make the call: support.Records says what a path names, and support.Calls"
                                + " what stands in the place of the contract's example of a body.",
                        String.join("\n", missing))
                .isEmpty();
        assertThat(TABLE.operations())
                .as("operations in rights.txt")
                .isSubsetOf(OPERATIONS.stream().map(ContractOperation::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> each_caller_gets_the_answer_that_the_table_says() {
        var calls = new Calls();
        assertThat(TABLE.callers()).isEqualTo(calls.callers().names());
        return OPERATIONS.stream()
                .filter(operation -> TABLE.operations().contains(operation.name()))
                .map(operation -> dynamicTest(operation.name(), () -> assertThat(
                                TABLE.callers().stream().flatMap(caller -> complaints(calls, operation, caller)))
                        .as(operation.name())
                        .isEmpty()));
    }

    private static Stream<String> complaints(Calls calls, ContractOperation operation, String caller) {
        var call = calls.get(operation);
        var expected = TABLE.answer(operation.name(), caller);

        var answer = call.sendAs(calls.callers().called(caller));

        if (answer.statusCode() < 300 && !operation.method().equals("GET")) {
            calls.useUp(call, caller);
        }
        return said(answer).matches(expected)
                ? Stream.empty()
                : Stream.of(
                        "%s: %s instead of %s: %.500s".formatted(caller, said(answer), expected, answer.asString()));
    }

    private static String said(Response answer) {
        return answer.statusCode() < 400
                ? "" + answer.statusCode()
                : answer.statusCode() + " " + Answers.text(answer, "/code");
    }
}
