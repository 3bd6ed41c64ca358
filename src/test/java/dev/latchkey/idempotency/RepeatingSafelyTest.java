package dev.latchkey.idempotency;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatingSafelyTest {

    private static final String PRACTITIONERS = Api.PRACTITIONERS;

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();

    @Test
    void gives_the_first_answer_again() {
        var first = add(owner, "once", "Dr Park");
        var again = add(owner, "once", "Dr Park");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertNames("Dr Park");
    }

    @Test
    void refuses_the_key_for_another_request() {
        add(owner, "once", "Dr Park").then().statusCode(201);

        assertRefused(add(owner, "once", "Dr Reid"), 422, "idempotency-key-reused");
        assertRefused(
                owner.request()
                        .header("Idempotency-Key", "once")
                        .contentType(ContentType.JSON)
                        .body(Map.of("name", "Dr Park"))
                        .post(Api.LOCATIONS),
                422,
                "idempotency-key-reused");
        assertNames("Dr Park");
    }

    @Test
    void keeps_nothing_of_the_password_that_came_with_it() {
        var email = Portal.anAddress("olga");
        var another = "another horse battery staple";
        inviteOwner(email, Person.PASSWORD).then().statusCode(201);

        owner.changesPassword(Person.PASSWORD, another).then().statusCode(204);

        inviteOwner(email, another).then().statusCode(201);
        assertRefused(inviteOwner(Portal.anAddress("oscar"), another), 422, "idempotency-key-reused");
    }

    private Response inviteOwner(String email, String password) {
        return owner.request()
                .header("Idempotency-Key", "once")
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", "Olga", "email", email, "role", "owner", "password", password))
                .post(Api.MEMBERS);
    }

    @Test
    void acts_once_however_many_come_together() throws Exception {
        var answers = Together.all(IntStream.range(0, 8)
                .mapToObj(n -> (Callable<Response>) () -> add(owner, "once", "Dr Park"))
                .toList());

        for (var answer : answers) {
            if (answer.statusCode() != 201) {
                assertRefused(answer, 409, "idempotency-key-in-use");
            }
        }
        assertThat(answers).anyMatch(answer -> answer.statusCode() == 201);
        assertNames("Dr Park");
    }

    @Test
    void refuses_the_key_while_its_first_request_is_still_running() throws Exception {
        try (var ignored = Database.holding(
                "select pg_advisory_xact_lock(hashtextextended(?, 42))", "staff:" + owner.id() + " once")) {
            assertRefused(add(owner, "once", "Dr Park"), 409, "idempotency-key-in-use");
        }
        assertNames();
        add(owner, "once", "Dr Park").then().statusCode(201);
    }

    @Test
    void is_each_callers_own_affair() {
        add(owner, "once", "Dr Park").then().statusCode(201);

        add(clinic.staff("practice-manager"), "once", "Dr Reid").then().statusCode(201);

        assertNames("Dr Park", "Dr Reid");
    }

    @Test
    void does_not_hold_on_to_a_refusal() {
        assertRefused(add(owner, "once", " "), 400, "invalid-request");

        add(owner, "once", "Dr Park").then().statusCode(201);
    }

    @Test
    void answers_with_the_same_headers() {
        var mia = clinic.client("Mia");

        var first = sendLink(mia);
        var again = sendLink(mia);

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(names(again)).isEqualTo(names(first));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void forgets_after_a_day_also_callers_who_never_come_back() {
        add(owner, clinic.slug(), "Dr Park").then().statusCode(201);
        Database.hoursPassForKey(clinic.slug(), 25);

        add(Portal.clinic().owner(), "another", "Dr Reid").then().statusCode(201);

        assertThat(Database.count("select count(*) from idempotency_key where key = ?", clinic.slug()))
                .isZero();
    }

    private Response sendLink(Person client) {
        return owner.request()
                .header("Idempotency-Key", "once")
                .contentType(ContentType.JSON)
                .body(Map.of("confirmedEmail", client.email()))
                .post(Api.CLIENTS + "/" + client.id() + "/login-links");
    }

    private static List<String> names(Response answer) {
        return answer.headers().asList().stream().map(Header::getName).sorted().toList();
    }

    private static Response add(Person caller, String key, String name) {
        return caller.request()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", name))
                .post(PRACTITIONERS);
    }

    private void assertNames(String... names) {
        owner.get(PRACTITIONERS).then().body("items.displayName", equalTo(List.of(names)));
    }
}
