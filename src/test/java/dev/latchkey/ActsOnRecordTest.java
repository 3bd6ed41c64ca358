package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.ActsOnRecord;
import dev.latchkey.support.Api;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Database;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is on record: each row of {@code on-record.txt} is one call, and what it leaves in the audit trail. */
@QuarkusTest
class ActsOnRecordTest {

    /** Staff who look at the records of one client, and callers who take a file away. */
    private static final Pattern TELLS_OF_ONE_CLIENT =
            Pattern.compile(Api.STAFF + "/(clients|appointments|invoices|files)/\\{id}.*|.*/content");

    private static final List<ContractOperation> OPERATIONS = Contract.read().operations();
    private static final ActsOnRecord TABLE = ActsOnRecord.read();

    @Test
    void every_operation_that_changes_something_or_shows_staff_one_client_has_its_row() {
        assertThat(TABLE.operations())
                .as("operations of which src/test/resources/on-record.txt says what each leaves in the audit trail")
                .containsExactlyInAnyOrderElementsOf(OPERATIONS.stream()
                        .filter(ActsOnRecordTest::mustBeOnRecord)
                        .map(ContractOperation::name)
                        .toList());
    }

    private static boolean mustBeOnRecord(ContractOperation operation) {
        return !operation.method().equals("GET")
                || TELLS_OF_ONE_CLIENT.matcher(operation.path()).matches();
    }

    @TestFactory
    Stream<DynamicTest> each_leaves_what_the_table_says() {
        var calls = new Calls();
        return OPERATIONS.stream()
                .filter(operation -> TABLE.operations().contains(operation.name()))
                .filter(operation -> !TABLE.acts(operation.name()).isEmpty())
                .map(operation -> dynamicTest(operation.name(), () -> leavesWhatTheTableSays(calls, operation)));
    }

    private static void leavesWhatTheTableSays(Calls calls, ContractOperation operation) {
        var caller = calls.callers().allowedName(operation);
        var call = calls.get(operation);

        var answer = call.sendAs(calls.callers().called(caller));

        assertThat(Database.actsIn(answer.header("X-Request-Id")))
                .as(answer.asString())
                .containsAll(TABLE.acts(operation.name()));
        if (answer.statusCode() < 300 && !operation.method().equals("GET")) {
            calls.useUp(call, caller);
        }
    }
}
