package dev.latchkey.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.support.Api;
import dev.latchkey.support.DeliveredLetter;
import dev.latchkey.support.HiddenValues;
import dev.latchkey.support.Installation;
import dev.latchkey.support.Node;
import dev.latchkey.support.Node.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged application at its most talkative. After every way in was taken, and some were refused, nothing that opens one stands in its
 * log, in the audit trail or anywhere in the database, and no address but where it is on record.
 */
class KeepingSecretsIT {

    private static final Map<String, String> TALKATIVE = Map.of(
            "QUARKUS_LOG_LEVEL", "DEBUG",
            "QUARKUS_LOG_CONSOLE_LEVEL", "DEBUG",
            "LATCHKEY_LIMITS_NO_RECORD_LETTERS", "1/1h",
            "LATCHKEY_LIMITS_LOGIN_LINK_REQUESTS_PER_MAILBOX", "1000/60s");

    private final HiddenValues hidden = new HiddenValues();

    @Test
    void out_of_the_log_the_trail_and_the_database(@TempDir Path directory) throws Exception {
        try (var installation = Installation.ofOneNode(directory, TALKATIVE)) {
            var node = installation.one();
            hidden.keep("the operator's key", Installation.OPERATOR_KEY);
            invite(installation, node);
            orderAndFollow(installation, node);
            askAndType(installation, node);
            choose(installation, node);
            askAsAStranger(installation, node);
            guess(installation, node);
            installation.letters().forEach(letter -> hidden.keep("a letter's link", letter.secret()));
            hidden.type("the owner's", "owner@clinic.example.org");

            var printed = installation.printed();
            var dump = installation.superuser().dumps();
            var trail = node.get(Api.AUDIT_EVENTS + "?limit=100", installation.owner())
                    .body()
                    .toString();

            assertThat(printed).contains("DEBUG").contains("Login links lead to");
            assertThat(dump.has("audit_event")).isTrue();
            assertThat(trail).contains("login-link-replayed").contains("staff-sign-in-failed");
            assertThat(hidden.leaksInto(printed)).isEmpty();
            assertThat(hidden.leaksInto(trail)).isEmpty();
            assertThat(hidden.leaksInto(dump)).isEmpty();
        }
    }

    private void invite(Installation installation, Node node) {
        var email = hidden.type("a colleague's", "riley-reception@clinic.example.org");
        hidden.keep("the owner's access token", installation.owner());
        var colleague = Map.of("displayName", "Riley", "email", email, "role", "receptionist");
        node.post(Api.MEMBERS, colleague, installation.owner()).text(201, "id");
        var password = hidden.keep("a password", "purple elephants dance on " + UUID.randomUUID());
        var invitation = letterTo(installation, email, 1).secret();
        node.acceptsInvitation(invitation, password).text(200, "id");
        var session = node.signsInAsStaff(email, password);
        hidden.keepTokens(session);
        hidden.keepTokens(node.post(Api.STAFF_REFRESHING, Map.of("refreshToken", session.text(201, "refreshToken"))));
    }

    private void orderAndFollow(Installation installation, Node node) throws Exception {
        var link = installation.linksSentTo(1, "ordered").entrySet().iterator().next();
        hidden.type("a client's", link.getKey());
        var session = node.redeems(link.getValue());
        hidden.keepTokens(session);
        var refresh = Map.of("refreshToken", session.text(201, "refreshToken"));
        var refreshed = node.post(Api.REFRESHING, refresh);
        hidden.keepTokens(refreshed);
        var token = refreshed.text(200, "accessToken");
        assertThat(node.get(Api.ME, token).status()).isEqualTo(200);
        assertThat(node.redeems(link.getValue()).status()).isEqualTo(401);
        assertThat(node.renewsLink(link.getValue()).status()).isEqualTo(202);
        letterTo(installation, link.getKey(), 2);
        assertThat(node.delete(Api.CURRENT_SESSION, token).status()).isEqualTo(204);
        assertThat(node.get(Api.ME, token).status()).isEqualTo(401);
        assertThat(node.post(Api.REFRESHING, refresh).status()).isEqualTo(401);
    }

    private void askAndType(Installation installation, Node node) throws Exception {
        var address = hidden.type(
                "a client's",
                installation.linksSentTo(1, "typing").keySet().iterator().next());
        var publicId =
                hidden.keep("a public id", asks(installation, node, address).text(202, "requestId"));
        var letter = letterTo(installation, address, 2);
        hidden.keep("a code", letter.code());
        var wrong = letter.code().equals("111111") ? "222222" : "111111";
        assertThat(node.entersLoginCode(publicId, wrong).status()).isEqualTo(401);
        hidden.keepTokens(node.entersLoginCode(publicId, letter.code()));
    }

    private void choose(Installation installation, Node node) throws Exception {
        var link = installation.linksSentTo(1, "sharing").entrySet().iterator().next();
        var address = hidden.type("a client's", link.getKey());
        var sibling = Map.of("givenName", "Noah", "familyName", "Larsen", "email", address);
        node.post(Api.CLIENTS, sibling, installation.owner()).text(201, "id");
        var choice = node.redeems(link.getValue());
        var token = hidden.keep("a choice token", choice.text(201, "choiceToken"));
        var ref = choice.body().at("/profiles/0/ref").asText();
        assertThat(node.post(Api.PROFILE_CHOICE, Map.of("ref", "none"), token).status())
                .isEqualTo(422);
        hidden.keepTokens(node.post(Api.PROFILE_CHOICE, Map.of("ref", ref), token));
    }

    /** Of two strangers the first learns that the clinic has no such client, and the second learns nothing. */
    private void askAsAStranger(Installation installation, Node node) throws Exception {
        var told = hidden.type("a stranger's", "told-stranger@elsewhere.example.org");
        asks(installation, node, told).text(202, "requestId");
        letterTo(installation, told, 1);
        var typed = hidden.keep("what a stranger typed", "Untold-Stranger@elsewhere.example.org");
        hidden.keep("its key", "untold-stranger@elsewhere.example.org");
        asks(installation, node, typed).text(202, "requestId");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> installation
                                .superuser()
                                .counts("select count(*) from audit_event where reason = 'no-record-limit'")
                        == 1);
    }

    private void guess(Installation installation, Node node) {
        var typed = hidden.keep("whom a guess named", "guessed-person@elsewhere.example.org");
        var password = hidden.keep("a guessed password", "guessed " + UUID.randomUUID());
        var token = hidden.keep("a guessed token", "guess-" + UUID.randomUUID());
        for (var email : List.of(typed, "owner@clinic.example.org")) {
            assertThat(node.signsInAsStaff(email, password).status()).isEqualTo(401);
        }
        assertThat(node.redeems(token).status()).isEqualTo(401);
        assertThat(node.post(Api.SESSIONS, Map.of("token", token, "unheardOf", password))
                        .status())
                .isEqualTo(400);
        assertThat(node.refreshes(token).status()).isEqualTo(401);
        assertThat(node.get(Api.ME, token).status()).isEqualTo(401);
        assertThat(node.get(Api.CLINICS, token).status()).isEqualTo(401);
        assertThat(node.get(Api.CLINICS, Installation.OPERATOR_KEY).status()).isEqualTo(200);
        assertThat(node.get(Api.ME, Installation.OPERATOR_KEY).status()).isEqualTo(401);
        assertThat(node.acceptsInvitation(token, password).status()).isEqualTo(422);
        assertThat(asks(installation, node, typed + " " + password).status()).isEqualTo(400);
    }

    private static Answer asks(Installation installation, Node node, String email) {
        return node.post(installation.portal() + "/login-links", Map.of("email", email));
    }

    private static DeliveredLetter letterTo(Installation installation, String address, int which) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> installation.letters().stream()
                                .filter(letter -> letter.to().equals(address))
                                .toList(),
                        letters -> letters.size() >= which)
                .get(which - 1);
    }
}
