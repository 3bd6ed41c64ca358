package dev.latchkey.bounces;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.MailProvider;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A mail server has taken the letter with the link, and gives it back. */
@QuarkusTest
@TestProfile(AsInstalled.class)
class ReportingABounceTest {

    private final Practice clinic = Portal.clinic();
    private final Person owner = clinic.owner();
    private final Person mia = clinic.client("Mia");
    private final String messageId = sendsALink();

    private String sendsALink() {
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        return Mailbox.newestTo(mia.email()).id();
    }

    @Test
    void shows_at_the_link_and_holds_the_next_one_back() {
        assertCounts(reports("permanent"), 1, 0);

        owner.get(links())
                .then()
                .body("items[0].status", equalTo("failed"))
                .body("items[0].failure", equalTo("bounced"))
                .body("items[0].delivery.status", equalTo("bounced"))
                .body("items[0].delivery.smtpCode", equalTo("5.1.1"))
                .body("items[0].delivery.reason", equalTo("mailbox-unknown"))
                .body("items[0].delivery.sentAt", notNullValue())
                .body("items[0].delivery.bouncedAt", notNullValue());
        owner.get(access())
                .then()
                .body("situation.code", equalTo("address-bounced"))
                .body("mailbox.addressFlag.code", equalTo("5.1.1"));
        assertRefused(owner.sendsLoginLinkTo(mia, mia.email()), 409, "address-bounced");
        assertThat(acts("mail-failed")).singleElement().satisfies(line -> {
            assertThat(line).hasToString("system mail-failed bounced");
            assertThat(line.loginLinkId()).isNotNull();
        });
        assertThat(acts("address-flagged")).singleElement().hasToString("system address-flagged bounced");
    }

    @Test
    void of_this_letter_alone_does_not_hold_the_next_one_back() {
        assertCounts(reports("transient"), 1, 0);

        owner.get(links())
                .then()
                .body("items[0].status", equalTo("failed"))
                .body("items[0].delivery.status", equalTo("bounced"));
        owner.get(access())
                .then()
                .body("situation.code", equalTo("letter-failed"))
                .body("mailbox.addressFlag", nullValue());
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
    }

    /** Whatever the provider calls it: it takes letters again. */
    @Test
    void of_a_full_mailbox_does_not_hold_the_next_one_back() {
        var full = with(event(mia.email(), messageId), Map.of("status", "5.2.2"));

        assertCounts(MailProvider.reports(full), 1, 0);

        owner.get(links()).then().body("items[0].delivery.reason", equalTo("mailbox-full"));
        owner.get(access()).then().body("mailbox.addressFlag", nullValue());
        owner.sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
    }

    @Test
    void counts_once_more_when_it_turns_out_to_be_for_good() {
        reports("transient");
        reports("permanent");
        reports("transient");

        owner.get(access()).then().body("situation.code", equalTo("address-bounced"));
        assertThat(acts("mail-failed")).hasSize(2);
    }

    /** Providers repeat what they report, and an old report must not undo what staff decided since. */
    @Test
    void a_second_time_changes_nothing() {
        reports("permanent");
        owner.clearsAddressFlagOf(mia).then().statusCode(204);

        assertCounts(reports("permanent"), 1, 0);

        owner.get(access()).then().body("mailbox.addressFlag", nullValue());
        assertThat(acts("mail-failed")).hasSize(1);
    }

    @Test
    void many_times_at_once_is_noted_once() throws Exception {
        Callable<Response> report = () -> reports("permanent");

        assertThat(Together.all(List.of(report, report, report, report)))
                .allSatisfy(answer -> assertCounts(answer, 1, 0));

        assertThat(acts("mail-failed")).hasSize(1);
        assertThat(acts("address-flagged")).hasSize(1);
    }

    @Test
    void of_a_client_who_has_another_address_by_now_holds_nothing_back() {
        var corrected = Portal.anAddress("mia");
        owner.changesEmailOf(mia, corrected).then().statusCode(200);

        assertCounts(reports("permanent"), 1, 0);

        assertThat(Database.count("select count(*) from address_flag where address_key = ?", mia.email()))
                .isZero();
        owner.sendsLoginLinkTo(mia, corrected).then().statusCode(202);
    }

    @Test
    void of_letters_that_are_not_ours_is_ignored() {
        var others = Stream.of(
                        event(Portal.anAddress("noah"), messageId),
                        event(mia.email(), "<" + Portal.ANY_ID + "@portal.example.org>"),
                        event(mia.email(), "<20261201.1234@mail.example.org>"),
                        event("not an address", messageId),
                        event(mia.email(), "<a blank@mail.example.org> " + "x".repeat(500)))
                .toList();

        others.forEach(other -> assertCounts(MailProvider.reports(other), 0, 1));

        owner.get(links()).then().body("items[0].delivery.status", equalTo("sent"));
    }

    /** As some providers report it: without its brackets, and with another clock than ours. */
    @Test
    void is_not_later_than_now_nor_before_it_was_sent() {
        var bare = messageId.replaceAll("[<>]", "");
        var late = Map.of("at", Instant.now().plusSeconds(86_400).toString());
        assertCounts(MailProvider.reports(with(event(mia.email(), bare), late)), 1, 0);

        var delivery = owner.get(links()).then().extract();
        assertThat(Instant.parse(delivery.path("items[0].delivery.bouncedAt")))
                .isBetween(Instant.parse(delivery.path("items[0].delivery.sentAt")), Instant.now());
    }

    private static Map<String, String> with(Map<String, String> event, Map<String, String> more) {
        var all = new HashMap<>(event);
        all.putAll(more);
        return all;
    }

    private Response reports(String bounce) {
        return MailProvider.reports(with(event(mia.email(), messageId), Map.of("bounce", bounce)));
    }

    private static Map<String, String> event(String recipient, String messageId) {
        return Map.of(
                "type",
                "bounced",
                "recipient",
                recipient,
                "messageId",
                messageId,
                "bounce",
                "permanent",
                "status",
                "5.1.1");
    }

    private static void assertCounts(Response answer, int accepted, int ignored) {
        answer.then().statusCode(200).body("accepted", equalTo(accepted)).body("ignored", equalTo(ignored));
    }

    private List<Trail.Line> acts(String act) {
        return Trail.of(clinic).lines().stream()
                .filter(line -> line.act().equals(act))
                .toList();
    }

    private String links() {
        return Api.CLIENTS + "/" + mia.id() + "/login-links";
    }

    private String access() {
        return Api.CLIENTS + "/" + mia.id() + "/portal-access";
    }
}
