package dev.latchkey.smtp;

import static dev.latchkey.smtp.Outcome.RECIPIENT_REFUSED;
import static dev.latchkey.smtp.Outcome.SERVER_REFUSED;
import static dev.latchkey.smtp.Outcome.SERVER_UNREACHABLE;
import static dev.latchkey.smtp.Outcome.TAKEN;
import static dev.latchkey.smtp.Outcome.UNTRIED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.loginlinks.AsInstalled;
import dev.latchkey.support.MoodyMailServer;
import dev.latchkey.support.MoodyMailServer.Mood;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@TestProfile(AsInstalled.class)
class HoldingAConversationTest {

    private static final String LONG_TEXT = "All work and no play makes Jack a dull boy.\n".repeat(200_000);

    /** With little patience. */
    @Inject
    Conversations conversations;

    @Inject
    MailServerSettings settings;

    @Inject
    Vertx vertx;

    @Inject
    EhloName ehloName;

    @Inject
    MailServerAlarm alarm;

    @Inject
    @ConfigProperty(name = "latchkey.portal-url")
    String portalUrl;

    private final String run = UUID.randomUUID().toString();

    @AfterEach
    void the_mail_server_is_content() {
        MoodyMailServer.becomes(Mood.CONTENT);
    }

    @Test
    void carries_fifty_letters_over_one_connection() {
        var before = MoodyMailServer.connections();
        var letters = IntStream.range(0, Conversations.MOST_LETTERS)
                .mapToObj(i -> letter("mia" + i))
                .toList();

        assertThat(hold(patiently(), letters)).hasSize(50).containsOnly(TAKEN);

        assertThat(MoodyMailServer.connections()).isEqualTo(before + 1);
        assertThat(letters).allSatisfy(letter -> assertThat(arrived(letter)).isOne());
    }

    @Test
    void leaves_what_is_more_untried() {
        var letters = IntStream.range(0, Conversations.MOST_LETTERS + 2)
                .mapToObj(i -> letter("mia" + i))
                .toList();

        assertThat(hold(patiently(), letters).subList(49, 52)).containsExactly(TAKEN, UNTRIED, UNTRIED);
        assertThat(arrived(letters.get(50))).isZero();
    }

    /** The server does not hang up on us meanwhile, and says nothing when it is told farewell. */
    @Test
    void says_of_each_letter_what_became_of_it() {
        MoodyMailServer.becomes(Mood.SILENT_AT_THE_FAREWELL);
        var letters = letters("mia", "refused.noah", "ella", "refused.jack", "zoe");

        assertThat(hold(patiently(), letters))
                .containsExactly(TAKEN, RECIPIENT_REFUSED, TAKEN, RECIPIENT_REFUSED, TAKEN);

        assertThat(letters.stream().map(HoldingAConversationTest::arrived)).containsExactly(1L, 0L, 1L, 0L, 1L);
        assertNoConnectionIsLeft();
    }

    /** Of those that the server has, one alone is not known to be there. */
    @Test
    void repeats_after_a_hang_at_most_the_letter_whose_end_was_under_way() {
        var letters = letters("mia", "noah", "silent.ella", "jack", "zoe");

        assertThat(hold(conversations, letters)).containsExactly(TAKEN, TAKEN, SERVER_UNREACHABLE, UNTRIED, UNTRIED);

        assertThat(letters.stream().map(HoldingAConversationTest::arrived)).containsExactly(1L, 1L, 1L, 0L, 0L);
        assertNoConnectionIsLeft();
    }

    @Test
    void goes_on_with_a_server_that_hangs_up_after_each_letter() {
        MoodyMailServer.becomes(Mood.CURT);
        var letters = letters("mia", "noah", "ella");

        assertThat(hold(patiently(), letters)).containsOnly(TAKEN);

        assertThat(letters).allSatisfy(letter -> assertThat(arrived(letter)).isOne());
    }

    @Test
    void ends_when_the_server_refuses_us() {
        MoodyMailServer.becomes(Mood.AGAINST_THE_SENDER);
        var before = MoodyMailServer.connections();

        assertThat(hold(patiently(), letters("mia", "noah"))).containsOnly(SERVER_REFUSED);

        assertThat(MoodyMailServer.connections()).isEqualTo(before + 1);
    }

    /** Guards {@code FailedCommand} when the mail client of Quarkus is upgraded. */
    @Test
    void tells_that_the_password_is_wrong_and_does_not_try_it_in_every_way_there_is() throws Exception {
        MoodyMailServer.becomes(Mood.AGAINST_THE_PASSWORD);
        var before = MoodyMailServer.commands("AUTH").size();
        var user = GivenMailServer.plain(settings).settingsOf("latchkey");
        var conversation = new Conversation(letters("mia"), new MailClientConfig(user, ehloName), user, () -> false);

        var id = vertx.deployVerticle(conversation)
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        conversation.end().get();
        vertx.undeploy(id);

        assertThat(conversation.attempts()).singleElement().satisfies(attempt -> {
            assertThat(attempt.outcome()).isEqualTo(SERVER_REFUSED);
            assertThat(attempt.isSignIn()).isTrue();
            assertThat(attempt.reply())
                    .hasValueSatisfying(reply -> assertThat(reply.codes()).isEqualTo("535 5.7.8"));
        });
        assertThat(MoodyMailServer.commands("AUTH")).hasSize(before + 2);
    }

    @Test
    void tries_the_others_when_the_server_is_too_busy_for_one_mailbox() {
        MoodyMailServer.becomes(Mood.BUSY);

        assertThat(hold(patiently(), letters("mia", "noah"))).containsExactly(SERVER_REFUSED, SERVER_REFUSED);
    }

    /** Guards {@code Conversation} when the mail client of Quarkus is upgraded: what it made in a verticle is closed with the verticle. */
    @ParameterizedTest
    @EnumSource(names = {"AWAY", "SILENT", "DRIPPING"})
    void tries_no_other_letter_at_a_server_that_does_not_greet(Mood mood) {
        MoodyMailServer.becomes(mood);

        assertThat(hold(conversations, letters("mia", "noah"))).containsOnly(SERVER_UNREACHABLE);

        assertTheNextOneSucceeds();
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SILENT_AT_OUR_NAME",
                "SILENT_AT_THE_SENDER",
                "SILENT_AT_THE_RECIPIENT",
                "SILENT_AT_THE_LETTER",
                "SILENT_AFTER_THE_LETTER",
                "DRIPPING_AT_THE_SENDER"
            })
    void leaves_the_others_to_the_next_conversation_with_a_server_that_hangs(Mood mood) {
        MoodyMailServer.becomes(mood);

        assertThat(hold(conversations, letters("mia", "noah"))).containsExactly(SERVER_UNREACHABLE, UNTRIED);

        assertTheNextOneSucceeds();
    }

    private void assertTheNextOneSucceeds() {
        assertNoConnectionIsLeft();
        MoodyMailServer.becomes(Mood.CONTENT);
        assertThat(hold(patiently(), letters("mia", "noah"))).containsOnly(TAKEN);
    }

    /** A node may die while the others go out. */
    @Test
    void tells_soon_what_became_of_a_letter() {
        var told = new ArrayList<List<Outcome>>();

        conversations.hold(
                letters("mia", "noah", "silent.ella"),
                answers -> told.add(answers.stream().map(SmtpAnswer::outcome).toList()));

        assertThat(told.get(0)).containsOnly(TAKEN);
        assertThat(told.stream().flatMap(List::stream)).containsExactly(TAKEN, TAKEN, SERVER_UNREACHABLE);
    }

    @Test
    void begins_no_further_letter_when_the_node_stops() {
        var stopping = patiently();
        stopping.stop(new ShutdownEvent());

        assertThat(hold(stopping, letters("mia", "noah"))).containsOnly(UNTRIED);
    }

    /** The server takes its time over each letter. */
    @Test
    void lets_the_letter_end_that_is_under_way_when_it_is_interrupted() throws Exception {
        MoodyMailServer.becomes(Mood.SLOW);
        var letters = letters("mia", "noah", "ella");
        var told = new CompletableFuture<List<Outcome>>();
        var worker = new Thread(() -> told.complete(hold(patiently(), letters)));
        worker.start();
        await().until(() -> arrived(letters.get(0)) == 1);

        worker.interrupt();

        var outcomes = told.get();
        assertThat(letters.stream().map(HoldingAConversationTest::arrived).toList())
                .containsExactlyElementsOf(outcomes.stream()
                        .map(outcome -> outcome == TAKEN ? 1L : 0L)
                        .toList());
        assertThat(outcomes).contains(UNTRIED).doesNotContain(SERVER_UNREACHABLE);
    }

    @Test
    void comes_to_an_end_with_a_server_that_reads_no_more() {
        MoodyMailServer.becomes(Mood.DEAF);

        assertThat(hold(conversations, List.of(letter("mia").setText(LONG_TEXT))))
                .containsExactly(SERVER_UNREACHABLE);
    }

    /** Quarkus Mailer has a default of its own, which would let letters travel where others can read them. */
    @Test
    void encrypts_as_the_start_of_the_application_says_and_not_as_quarkus_would() {
        assertThat(ConfigProvider.getConfig()
                        .getConfigValue("quarkus.mailer.start-tls")
                        .getSourceName())
                .contains("source=supplied");
    }

    @Test
    void is_polite() {
        var before = MoodyMailServer.commands("QUIT").size();

        hold(patiently(), letters("mia", "noah"));

        await().untilAsserted(() -> assertThat(MoodyMailServer.commands("QUIT")).hasSize(before + 1));
        assertNoConnectionIsLeft();
    }

    @Test
    void introduces_itself_by_the_name_of_the_portal() {
        hold(patiently(), letters("mia"));

        assertThat(MoodyMailServer.greetings())
                .isNotEmpty()
                .containsOnly("EHLO " + EhloName.literal(EhloName.host(portalUrl)));
    }

    private Conversations patiently() {
        var patient = GivenMailServer.plain(settings).settings();
        return new Conversations(vertx, new MailClientConfig(patient, ehloName), patient, alarm);
    }

    private static List<Outcome> hold(Conversations conversations, List<MailMessage> letters) {
        var told = new ArrayList<Outcome>();
        conversations.hold(letters, answers -> answers.forEach(answer -> told.add(answer.outcome())));
        return told;
    }

    private static void assertNoConnectionIsLeft() {
        await().untilAsserted(() -> assertThat(MoodyMailServer.callers()).isZero());
    }

    private List<MailMessage> letters(String... names) {
        return Stream.of(names).map(this::letter).toList();
    }

    private MailMessage letter(String name) {
        return new MailMessage()
                .setFrom("no-reply@portal.example.org")
                .setTo(name + "." + run + "@example.org")
                .setText("Hello");
    }

    private static long arrived(MailMessage letter) {
        return MoodyMailServer.writtenTo(letter.getTo().get(0)).size();
    }
}
