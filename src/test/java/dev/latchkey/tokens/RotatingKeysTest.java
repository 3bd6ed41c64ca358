package dev.latchkey.tokens;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Together;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A key signs for 90 days, and is published for the day before them and until its last token has ended. */
@QuarkusTest
class RotatingKeysTest {

    private static final Duration UNTIL_THE_NEXT_IS_DUE = Duration.ofDays(89);
    private static final Duration ANNOUNCED_FOR = Duration.ofDays(1);
    private static final Duration LAST_TOKEN_HAS_ENDED = Duration.ofSeconds(600 + 5 + 60);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final String ROTATIONS_ON_RECORD = "select count(*) from audit_event where act = 'KEY_ROTATED'";

    @Inject
    KeyRotation rotating;

    @Inject
    SigningKeySettings settings;

    @Inject
    Clock clock;

    private Person before;

    @BeforeEach
    void begin_with_one_key() {
        keepOneKey();
        before = Portal.clinic().owner();
    }

    /** Or the tests that follow would be handed tokens of a key that is gone by the time they show them. */
    @AfterEach
    void end_with_one_key() {
        keepOneKey();
    }

    private static void keepOneKey() {
        Database.execute("delete from signing_key");
        await().until(RotatingKeysTest::kids, kids -> kids.size() == 1 && isStored(kids.get(0)));
    }

    private static boolean isStored(String kid) {
        return Database.count("select count(*) from signing_key where kid = ?", kid) == 1;
    }

    @Test
    void publishes_the_next_one_a_day_before_it_signs() {
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.minus(A_MINUTE));
        var node = node(Duration.ZERO);
        assertThat(node.published()).hasSize(1);

        Database.timePassesForSigningKeys(A_MINUTE.multipliedBy(2));
        await().until(() -> kids().size() == 2);

        assertThat(kid(signInAgain())).isEqualTo(kid(before));
        assertThat(kids()).endsWith(kid(before));
    }

    @Test
    void then_signs_with_it_and_still_accepts_what_was_signed_before() {
        rotate();

        var after = signInAgain();

        assertThat(kid(after)).isNotEqualTo(kid(before));
        after.get(Api.STAFF_ME).then().statusCode(200);
        before.get(Api.STAFF_ME).then().statusCode(200);
        assertThat(kids()).containsExactly(kid(after), kid(before));
        assertThat(published())
                .allSatisfy(key -> assertThat(key).containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg"));
    }

    @Test
    void forgets_the_retired_one_when_its_last_token_has_ended() {
        rotate();
        Database.timePassesForSigningKeys(LAST_TOKEN_HAS_ENDED.minus(A_MINUTE.multipliedBy(2)));
        assertThat(node(Duration.ZERO).published()).hasSize(2);

        Database.timePassesForSigningKeys(A_MINUTE.multipliedBy(2));
        await().until(() -> kids().size() == 1);

        assertThat(kids()).doesNotContain(kid(before));
        await().untilAsserted(() -> assertRefused(before.get(Api.STAFF_ME), 401, "token-invalid"));
        signInAgain().get(Api.STAFF_ME).then().statusCode(200);
    }

    @Test
    void refuses_no_one_while_it_happens() throws Exception {
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.plus(A_MINUTE));
        await().until(() -> kids().size() == 2);
        Callable<List<Integer>> signedIn =
                () -> times(40, () -> before.get(Api.STAFF_ME).statusCode());
        Callable<List<Integer>> arriving =
                () -> times(10, () -> signInAgain().get(Api.STAFF_ME).statusCode());
        Callable<List<Integer>> time = () -> {
            Database.timePassesForSigningKeys(ANNOUNCED_FOR);
            await().until(() -> !kid(signInAgain()).equals(kid(before)));
            return List.of(200);
        };

        var answers = Together.all(List.of(signedIn, arriving, time, arriving, signedIn));

        assertThat(answers).allSatisfy(statuses -> assertThat(statuses).containsOnly(200));
    }

    @Test
    void needs_no_clocks_that_agree() {
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.plus(A_MINUTE));
        await().until(() -> kids().size() == 2);
        Database.timePassesForSigningKeys(ANNOUNCED_FOR.minus(Duration.ofMinutes(30)));
        var claims = SignedTokens.claims(before.token());

        var early = node(Duration.ofHours(1)).active();
        var late = node(Duration.ofHours(-1)).active();

        assertThat(early.getKeyId()).isNotEqualTo(late.getKeyId());
        for (var key : List.of(early, late)) {
            Person.withToken(SignedTokens.token(key, claims))
                    .get(Api.STAFF_ME)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void is_learnt_at_once_by_a_node_that_meets_a_key_it_does_not_know() {
        var node = new SigningKeyCache(rotating, new InstalledKeySettings(), clock);
        assertThat(node.published()).hasSize(1);
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.plus(A_MINUTE));
        await().until(() -> kids().size() == 2);

        await().until(() -> node.find(kids().get(0)).isPresent());
    }

    @Test
    void by_many_nodes_at_once_makes_one_key_and_one_record() throws Exception {
        var recorded = Database.count(ROTATIONS_ON_RECORD);
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.plus(A_MINUTE));
        assertThat(kidsOfManyNodes()).hasSize(2).endsWith(kid(before));

        Database.execute("delete from signing_key");
        assertThat(kidsOfManyNodes()).hasSize(1);
        assertThat(Database.count("select count(*) from signing_key")).isOne();
        assertThat(Database.count(ROTATIONS_ON_RECORD)).isEqualTo(recorded + 2);
    }

    private void rotate() {
        Database.timePassesForSigningKeys(UNTIL_THE_NEXT_IS_DUE.plus(A_MINUTE));
        await().until(() -> kids().size() == 2);
        Database.timePassesForSigningKeys(ANNOUNCED_FOR);
        await().until(() -> !kid(signInAgain()).equals(kid(before)));
    }

    private Person signInAgain() {
        return Person.signedInStaff(before.email());
    }

    private static List<Integer> times(int many, IntSupplier act) {
        return IntStream.range(0, many).map(n -> act.getAsInt()).boxed().toList();
    }

    /** Another one, whose clock is ahead of ours. */
    private SigningKeyCache node(Duration ahead) {
        return new SigningKeyCache(rotating, settings, Clock.offset(clock, ahead));
    }

    /** Which all of them must know alike. */
    private List<String> kidsOfManyNodes() throws Exception {
        Callable<List<String>> node =
                () -> rotating.read().stream().map(key -> key.pair().getKeyId()).toList();
        var known = Together.all(Collections.nCopies(12, node));
        assertThat(known.stream().distinct()).hasSize(1);
        return known.get(0);
    }

    private static String kid(Person bearer) {
        return SignedTokens.kid(bearer.token());
    }

    private static List<String> kids() {
        return published().stream().map(key -> (String) key.get("kid")).toList();
    }

    private static List<Map<String, Object>> published() {
        return Person.stranger()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .path("keys");
    }
}
