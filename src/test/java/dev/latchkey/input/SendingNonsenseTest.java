package dev.latchkey.input;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.support.Call;
import dev.latchkey.support.Calls;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import dev.latchkey.support.Database;
import dev.latchkey.support.Nonsense;
import dev.latchkey.support.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** By a caller who may make the call: each is refused, and none has changed anything. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingNonsenseTest {

    private static final Contract CONTRACT = Contract.read();

    /** Every row of every table, in a number that is another one after any change; but for the counting of callers. */
    private static final String STATE = """
            select hashtextextended(string_agg(query_to_xml(
                format('select count(*), max(xmin::text::bigint) from %I', table_name), true, false, '')::text,
                '' order by table_name), 0)
              from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
               and table_name not in ('rate_limit', 'scheduled_tasks') and table_name not like 'audit%'
            """;

    private static final String UNDER_WAY =
            "select (select count(*) from scheduled_tasks where execution_time < now() + interval '1 minute'"
                    + " and task_instance <> 'recurring') + (select count(*) from letter where due_at is not null)"
                    + " + (select count(*) from login_request where due_at is not null)"
                    + " + (select count(*) from staff_password_reset_request)"
                    + " + (select count(*) from login_link_batch_recipient"
                    + " where due_at <= now() or claimed_by is not null)";

    private static final Pattern INSIDES =
            Pattern.compile("Exception|\\tat |dev\\.latchkey|jackson|hibernate|postgres");

    /** The long one stands in a path up to three times. */
    private static final List<String> NO_VALUES =
            List.of("%00", "a%00", "%ED%A0%80", "%C0%AF", "a%0D%0ABcc:%20all@example.org", "a".repeat(1_200));

    private static final List<String> NO_IDS =
            List.of("garbage", "0", "'", "01994c21-7a10-7c3e-9b52-6f1d2e3a4b0", "1-1-1-1-1");

    private static final List<String> NO_JSON = List.of(
            "text/plain",
            "application/xml",
            "application/octet-stream",
            "application/jsonx",
            "application/merge-patch+json",
            "application/X-NDJSON",
            "application/stream+json",
            "application/*",
            "multipart/form-data;boundary=x");

    /** Where anything may be looked for, and what is no UTF-8 is found nowhere. */
    private static final Set<String> ANY_TEXT = Set.of("q");

    private static final List<String> NO_TEXT = List.of("", "%00", "a%0D%0ABcc:%20all@example.org", "a".repeat(2_000));

    private final Calls calls = new Calls();

    @TestFactory
    Stream<DynamicTest> in_a_body() {
        return walk(
                ContractOperation::takesJson,
                call -> new Nonsense(CONTRACT, call).calls().flatMap(this::complaints));
    }

    @TestFactory
    Stream<DynamicTest> of_another_media_type() {
        return walk(ContractOperation::takesABody, call -> NO_JSON.stream()
                .flatMap(type -> complaints(
                        call,
                        type,
                        allowedCaller(call)
                                .sends(
                                        call.operation().method(),
                                        call.path(),
                                        String.valueOf(call.body()),
                                        Map.of("Content-Type", type)))));
    }

    @TestFactory
    Stream<DynamicTest> in_the_path() {
        return walk(operation -> operation.path().contains("{"), call -> Stream.of(NO_VALUES, NO_IDS)
                .flatMap(List::stream)
                .map(garbage -> call.withPath(path -> call.operation().path().replaceAll("\\{[^}]+}", garbage)))
                .flatMap(this::complaints));
    }

    @TestFactory
    Stream<DynamicTest> in_a_parameter() {
        return walk(operation -> !operation.queries().isEmpty(), call -> Stream.concat(
                        call.operation().queries().stream().flatMap(SendingNonsenseTest::parameters),
                        Stream.of("?unknown=1", "?limit=1&limit=2"))
                .map(query -> call.withPath(path -> path + query))
                .flatMap(this::complaints));
    }

    private static Stream<String> parameters(String name) {
        return (ANY_TEXT.contains(name)
                        ? NO_TEXT.stream()
                        : Stream.concat(NO_VALUES.stream(), Stream.of("nonsense", "")))
                .map(value -> "?" + name + "=" + value);
    }

    @TestFactory
    Stream<DynamicTest> in_a_token() {
        return walk(operation -> !operation.scheme().isEmpty(), call -> Stream.of(
                        "a".repeat(10_240), "a.b.c", "'", "\u00e9")
                .flatMap(token -> complaints(call, token, call.sendAs(Person.withToken(token)))));
    }

    @TestFactory
    Stream<DynamicTest> in_a_header() {
        return walk(operation -> operation.headers().contains("if-match"), call -> Stream.of(
                        "nonsense", "\"nonsense\"", "\"", "\u00e9", "a".repeat(10_240))
                .map(call::ifMatch)
                .flatMap(this::complaints));
    }

    private Stream<DynamicTest> walk(Predicate<ContractOperation> which, Function<Call, Stream<String>> complaintsOf) {
        return CONTRACT.operations().stream()
                .filter(which)
                .map(operation -> dynamicTest(operation.name(), () -> {
                    var call = calls.get(operation);
                    allowedCaller(call);
                    await().pollDelay(ZERO).pollInterval(ofMillis(20)).until(() -> Database.count(UNDER_WAY) == 0);
                    var before = Database.count(STATE);
                    assertThat(complaintsOf.apply(call)).isEmpty();
                    assertThat(Database.count(STATE)).as("rows").isEqualTo(before);
                }));
    }

    private Person allowedCaller(Call call) {
        return calls.callers().allowed(call.operation());
    }

    /** From another address each time where addresses are counted. */
    private Person caller(Call call) {
        return call.operation().scheme().isEmpty() ? Person.stranger() : allowedCaller(call);
    }

    private Stream<String> complaints(Call call) {
        return complaints(call, String.valueOf(call.body()), call.sendAs(caller(call)));
    }

    private static Stream<String> complaints(Call call, String nonsense, Response answer) {
        var refused = answer.statusCode() >= 400 && answer.statusCode() < 429;
        var asProblem = "application/problem+json".equals(answer.contentType());
        return refused && asProblem && !INSIDES.matcher(answer.asString()).find()
                ? Stream.empty()
                : Stream.of(
                        "%s, %.200s: %d %s".formatted(call.path(), nonsense, answer.statusCode(), answer.asString()));
    }
}
