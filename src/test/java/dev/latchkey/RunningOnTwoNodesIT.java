package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.DeliveredLetter;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Node;
import dev.latchkey.support.Node.Answer;
import dev.latchkey.support.Together;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database and one mail server keep the promises of one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunningOnTwoNodesIT {

    private static final int CLICKS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** What the ten conversations of a node with the mail server may have handed over since they last noted it: five letters each. */
    private static final int AT_THAT_VERY_MOMENT = 50;

    private Installation installation;
    private Node one;
    private Node other;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        installation = Installation.ofTwoNodes(directory);
        one = installation.one();
        other = installation.other();
    }

    @AfterAll
    void stop() throws Exception {
        installation.close();
    }

    @Test
    void each_of_200_links_opens_one_session_however_many_click() throws Exception {
        var links = installation.linksSentTo(200, "clicked");

        for (var link : links.values()) {
            var clicks = onBoth(CLICKS, node -> node.redeems(link));
            assertThat(clicks).extracting(Answer::status).containsOnly(201, 401).containsOnlyOnce(201);
        }

        assertThat(installation
                        .superuser()
                        .counts("select count(*) from session s join login_link l on l.id = s.login_link_id"
                                + " where l.address_key like 'clicked-%'"))
                .isEqualTo(200);
    }

    @Test
    void each_request_is_answered_by_one_letter() throws Exception {
        var addresses = installation.linksSentTo(60, "written").keySet();

        await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                        installation.letters().stream().filter(letter -> addresses.contains(letter.to())))
                .hasSize(60));
    }

    @Test
    void a_limit_is_one_for_both() throws Exception {
        var asks = onBoth(
                40, node -> node.post(installation.portal() + "/login-links", Map.of("email", "stranger@example.org")));

        assertThat(asks).filteredOn(ask -> ask.status() == 202).hasSize(10);
        assertThat(asks).filteredOn(ask -> ask.status() == 429).hasSize(30);
    }

    @Test
    void twenty_refreshes_at_once_have_one_successor() throws Exception {
        var session = entered("refreshing");
        var token = session.text(201, "refreshToken");

        var refreshes = onBoth(20, node -> node.refreshes(token));

        var successors = new HashSet<String>();
        refreshes.forEach(refresh -> successors.add(refresh.text(200, "refreshToken")));
        assertThat(successors).hasSize(1).doesNotContain(token);
    }

    @Test
    void a_session_that_was_ended_on_one_is_dead_on_the_other() throws Exception {
        var token = entered("leaving").text(201, "accessToken");
        assertThat(other.get(Api.ME, token).status()).isEqualTo(200);

        assertThat(one.delete(Api.CURRENT_SESSION, token).status()).isEqualTo(204);

        assertThat(other.get(Api.ME, token).text(401, "code")).isEqualTo("session-ended");
    }

    @Test
    void a_member_who_was_suspended_on_one_is_out_on_both() {
        var member = installation.colleague("colleague@example.org");
        var token = member.text(201, "accessToken");
        var refresh = Map.of("refreshToken", member.text(201, "refreshToken"));
        var id = member.body().at("/staffMember/id").asText();
        assertThat(other.get(Api.STAFF_ME, token).status()).isEqualTo(200);

        one.put(Api.MEMBERS + "/" + id + "/suspension", installation.owner()).text(200, "id");

        for (var node : List.of(one, other)) {
            assertThat(node.get(Api.STAFF_ME, token).text(401, "code")).isEqualTo("session-ended");
            assertThat(node.post(Api.STAFF_REFRESHING, refresh).text(401, "code"))
                    .isEqualTo("session-ended");
        }
    }

    @Test
    void a_link_that_is_replaced_and_followed_at_once_leaves_one_live_at_most() throws Exception {
        var links = installation.linksSentTo(250, "raced");
        var rounds = new ArrayList<Callable<Answer>>();
        links.forEach((address, link) -> {
            rounds.add(() -> installation.orders(one, address));
            rounds.add(() -> other.redeems(link));
        });

        var answers = inTurns(rounds, 16);

        assertThat(answers).extracting(Answer::status).containsOnly(201, 202, 401);
        assertThat(installation
                        .superuser()
                        .counts("select count(*) from (select address_key from login_link where address_key like"
                                + " 'raced-%' and redeemed_at is null and superseded_at is null and revoked_at is null"
                                + " group by address_key having count(*) > 1) twice"))
                .isZero();
        assertThat(installation
                        .superuser()
                        .counts("select count(*) from login_link where address_key like 'raced-%'"
                                + " and redeemed_at is not null and superseded_at is not null"))
                .isZero();
    }

    @Test
    void a_rotation_of_the_keys_refuses_no_one() throws Exception {
        var before = entered("rotating").text(201, "accessToken");
        installation.superuser().letsTimePassForSigningKeys(Duration.ofDays(89).plusMinutes(1));
        await().until(() -> keys(one) == 2 && keys(other) == 2);
        Callable<List<Integer>> staying =
                () -> alternately(60, node -> node.get(Api.ME, before).status());
        Callable<List<Integer>> arriving = () -> alternately(15, node -> another(node)
                .get(Api.STAFF_ME, installation.ownerSignsInAt(node))
                .status());
        Callable<List<Integer>> time = () -> {
            installation.superuser().letsTimePassForSigningKeys(Duration.ofDays(1));
            await().until(() -> !header(installation.ownerSignsInAt(one)).equals(header(before))
                    && !header(installation.ownerSignsInAt(other)).equals(header(before)));
            return List.of(200);
        };

        var answers = Together.all(List.of(staying, arriving, time, arriving, staying));

        assertThat(answers).allSatisfy(statuses -> assertThat(statuses).containsOnly(200));
    }

    /** No link is lost or doubled. A letter that the mail server took at that very moment may come again, under its Message-ID and with its link. */
    @Test
    void a_batch_writes_to_each_of_2000_once_though_a_node_is_killed() throws Exception {
        installation.superuser().runs("/clients-to-invite.sql");
        var order = Map.of("filter", Map.of("portal", "never-invited"));
        var batch = Api.LINK_BATCHES + "/"
                + one.post(Api.LINK_BATCHES, order, installation.owner()).text(202, "id");
        patiently().until(() -> invited().size() > 300);

        installation.killOther();
        var sentBefore =
                one.get(batch, installation.owner()).body().path("sent").asInt();
        patiently()
                .until(() ->
                        one.get(batch, installation.owner()).text(200, "status").equals("ended"));
        patiently().until(() -> addresses(invited()) == 2000);
        installation.startOtherAgain();

        assertThat(sentBefore).isLessThan(2000);
        assertThat(other.get(batch, installation.owner()).body().path("sent").asInt())
                .isEqualTo(2000);
        assertThat(invited().stream().map(DeliveredLetter::secret).distinct()).hasSize(2000);
        assertThat(invited()).hasSizeLessThan(2000 + AT_THAT_VERY_MOMENT);
        assertThat(installation
                        .superuser()
                        .counts("select count(*) from login_link where address_key like 'invited-%'"))
                .isEqualTo(2000);
    }

    /** The mail server's own threads fail with the connections of the node. */
    private static ConditionFactory patiently() {
        return await().dontCatchUncaughtExceptions().atMost(PATIENCE);
    }

    private List<DeliveredLetter> invited() {
        return installation.letters().stream()
                .filter(letter -> letter.to().startsWith("invited-"))
                .toList();
    }

    private static long addresses(List<DeliveredLetter> letters) {
        return letters.stream().map(DeliveredLetter::to).distinct().count();
    }

    private static int keys(Node node) {
        return node.get("/.well-known/jwks.json", null).body().get("keys").size();
    }

    /** It names the key. */
    private static String header(String token) {
        return token.substring(0, token.indexOf('.'));
    }

    private Node another(Node node) {
        return node == one ? other : one;
    }

    private List<Integer> alternately(int times, ToIntFunction<Node> act) {
        return IntStream.range(0, times)
                .map(n -> act.applyAsInt(n % 2 == 0 ? one : other))
                .boxed()
                .toList();
    }

    private Answer entered(String name) throws Exception {
        var link = installation.linksSentTo(1, name).values().iterator().next();
        return one.redeems(link);
    }

    private List<Answer> onBoth(int times, Call call) throws Exception {
        return Together.all(IntStream.range(0, times)
                .<Callable<Answer>>mapToObj(n -> () -> call.send(n % 2 == 0 ? one : other))
                .toList());
    }

    private static List<Answer> inTurns(List<Callable<Answer>> acts, int atOnce) throws Exception {
        var answers = new ArrayList<Answer>();
        for (var from = 0; from < acts.size(); from += atOnce) {
            answers.addAll(Together.all(acts.subList(from, Math.min(acts.size(), from + atOnce))));
        }
        return answers;
    }

    private interface Call {

        Answer send(Node node);
    }
}
