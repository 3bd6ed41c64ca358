package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Call;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Spellings of a path that a router, a proxy or a rule about paths may take for another path. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisspellingAPathTest {

    private static final Set<String> SHUT =
            Set.of("unauthenticated", "forbidden", "not-found", "method-not-allowed", "choice-token-invalid");

    /** Between the words of a path. */
    private static final List<String> SLASHES = List.of("//", "%2F", ";x=1/", "%3Bx=1/");

    private static final List<UnaryOperator<String>> SPELLINGS = List.of(
            path -> "/" + path,
            path -> path + "/",
            path -> path + "%2F",
            path -> path + ";x=1",
            path -> path + "%3Bx=1",
            path -> path.toUpperCase(Locale.ROOT),
            path -> path.replaceFirst("^/v1/", "/V1/"));

    private final Calls calls = new Calls();

    @TestFactory
    Stream<DynamicTest> lets_no_stranger_in() {
        return operations().map(operation -> stayShut(operation, Person.stranger()));
    }

    @TestFactory
    Stream<DynamicTest> lets_no_client_in_where_staff_are() {
        var client = calls.callers().called("client");
        return operations()
                .filter(operation -> operation.path().matches(Api.V1 + "/(staff|operator)/.*"))
                .map(operation -> stayShut(operation, client));
    }

    private static Stream<ContractOperation> operations() {
        return Contract.read().operations().stream()
                .filter(operation -> !operation.scheme().isEmpty());
    }

    private DynamicTest stayShut(ContractOperation operation, Person caller) {
        return dynamicTest(operation.name(), () -> {
            var call = calls.get(operation);
            assertThat(misspelt(call).flatMap(other -> complaints(other, other.sendAs(caller))))
                    .isEmpty();
        });
    }

    private static Stream<Call> misspelt(Call call) {
        return Stream.concat(
                        SPELLINGS.stream(),
                        SLASHES.stream()
                                .flatMap(slash -> Stream.of(
                                        path -> path.replaceFirst("(?<=.)/", slash),
                                        path -> path.replaceFirst("/([^/]+)$", slash + "$1"))))
                .map(call::withPath)
                .distinct()
                .filter(other -> !other.path().equals(call.path()));
    }

    /** No path, no token, or no right: only a caller with a right learns that a record is not there. */
    private static Stream<String> complaints(Call call, Response answer) {
        return answer.statusCode() >= 400 && SHUT.contains(Answers.text(answer, "/code"))
                ? Stream.empty()
                : Stream.of(call.operation().method() + " " + call.path() + ": " + answer.statusCode() + " "
                        + answer.asString());
    }
}
