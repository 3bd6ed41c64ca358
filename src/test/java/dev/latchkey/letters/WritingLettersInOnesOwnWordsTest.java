package dev.latchkey.letters;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Api;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Together;
import dev.latchkey.support.Trail;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WritingLettersInOnesOwnWordsTest {

    private static final Map<String, Object> WORDS = Map.of(
            "greeting", "Welcome & <b>hello</b> from us,", "signature", "Your team\n1 Quay Street <i>&</i> more");

    private Practice clinic;
    private Person owner;

    @BeforeEach
    void open_a_clinic() {
        clinic = Portal.clinic();
        owner = clinic.owner();
    }

    @Test
    void begins_and_ends_letters_to_clients_and_staff_with_them() {
        owner.patch(Api.CLINIC, Map.of("phone", "02 9250 1234")).then().statusCode(200);
        owner.patch(Api.LETTER_SETTINGS, WORDS).then().statusCode(200).body("greeting", equalTo(WORDS.get("greeting")));
        var colleague = Portal.anAddress("colleague");

        clinic.invites(colleague, "receptionist").then().statusCode(201);

        assertThat(List.of(letterToAClient(), Mailbox.newestTo(colleague))).allSatisfy(letter -> {
            assertThat(plain(letter))
                    .startsWith("Welcome & <b>hello</b> from us,\n\n")
                    .endsWith("\n\nYour team\n1 Quay Street <i>&</i> more\n02 9250 1234\n")
                    .doesNotContain("Hello,");
            assertThat(letter.html())
                    .contains("Welcome &amp; &lt;b&gt;hello&lt;/b&gt; from us,")
                    .contains("Your team<br>1 Quay Street &lt;i&gt;&amp;&lt;/i&gt; more<br>02 9250 1234")
                    .doesNotContain("<b>", "<i>", "Hello,");
        });
    }

    @Test
    void takes_the_usual_ones_where_there_are_none() {
        var letter = letterToAClient();

        assertThat(plain(letter)).startsWith("Hello,\n\n").endsWith("\n\nHarbour Physio\n");
        assertThat(letter.html()).contains("Hello,");
    }

    @Test
    void leaves_what_is_not_mentioned_and_clears_what_is_null() {
        owner.patch(Api.LETTER_SETTINGS, WORDS).then().statusCode(200);

        owner.patch(Api.LETTER_SETTINGS, Collections.singletonMap("greeting", null))
                .then()
                .statusCode(200)
                .body("greeting", nullValue())
                .body("signature", equalTo(WORDS.get("signature")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Log in at https://evil.example.org",
                "HTTPS://EVIL",
                "see www.evil",
                "see evil.com today",
                "see t.co/abc",
                "write to mia@evil.example.org",
                "see \uff45vil\uff0ecom",
                "see ev\u200dil.c\u200dom"
            })
    void refuses_what_would_become_a_link(String words) {
        assertRefused(owner.patch(Api.LETTER_SETTINGS, Map.of("greeting", words)), 422, "letter-text-has-link");
        assertRefused(
                owner.patch(Api.LETTER_SETTINGS, Map.of("signature", "Us\n" + words)), 422, "letter-text-has-link");
        owner.get(Api.LETTER_SETTINGS).then().body("greeting", nullValue()).body("signature", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Smith, B.Sc.",
                "Open 8.30-18.00, e.g. on Mondays",
                "Bis bald... Ihr Team",
                "Dr.med. Smith, Physio@Home",
                "Find us @harbourphysio"
            })
    void takes_full_stops_in_sentences(String words) {
        owner.patch(Api.LETTER_SETTINGS, Map.of("greeting", words)).then().statusCode(200);
    }

    @Test
    void refuses_what_is_no_line_or_too_long() {
        for (var words : List.of("Hello\nthere", "\u202eHello", " ", "x".repeat(201))) {
            assertRefused(owner.patch(Api.LETTER_SETTINGS, Map.of("greeting", words)), 400, "invalid-request");
        }
        for (var words : List.of("1\n2\n3\n4\n5\n6\n7", "x".repeat(501), "\u0000")) {
            assertRefused(owner.patch(Api.LETTER_SETTINGS, Map.of("signature", words)), 400, "invalid-request");
        }
        owner.patch(Api.LETTER_SETTINGS, Map.of("signature", "1\n2\n3\n4\n5\n6"))
                .then()
                .statusCode(200);
    }

    @Test
    void stays_with_the_clinic_of_the_caller() {
        var other = Portal.clinic();

        owner.patch(Api.LETTER_SETTINGS, WORDS).then().statusCode(200);

        other.owner()
                .get(Api.LETTER_SETTINGS)
                .then()
                .body("greeting", nullValue())
                .body("signature", nullValue());
        var noah = other.client("Noah");
        noah.asksForALoginLink();
        assertThat(Mailbox.newestTo(noah.email()).text()).startsWith("Hello,");
    }

    @Test
    void is_done_for_one_of_two_who_saw_the_same() throws Exception {
        var etag = owner.get(Api.LETTER_SETTINGS).header("ETag");

        List<Response> answers = Together.all(List.of(() -> greets("One", etag), () -> greets("Two", etag)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 412).hasSize(1);
    }

    @Test
    void keeps_how_the_portal_works_as_it_is() {
        owner.patch(Api.PORTAL_SETTINGS, Map.of("message", "Back on Monday"))
                .then()
                .statusCode(200);
        owner.patch(Api.LETTER_SETTINGS, WORDS).then().statusCode(200);
        owner.patch(Api.PORTAL_SETTINGS, Map.of("on", false)).then().body("message", equalTo("Back on Monday"));

        owner.get(Api.LETTER_SETTINGS).then().body("greeting", equalTo(WORDS.get("greeting")));
    }

    @Test
    void is_on_record_with_the_names_of_what_changed() {
        var changed = owner.patch(Api.LETTER_SETTINGS, WORDS);

        var line = Trail.of(clinic).lineOf(changed);
        assertThat(line.act()).isEqualTo("letter-settings-changed");
        assertThat(line.changed()).containsExactlyInAnyOrder("greeting", "signature");
        assertThat(line.toString()).doesNotContain("Quay");
    }

    /** As it was written, not as SMTP breaks its lines. */
    private static String plain(Mailbox.Letter letter) {
        return letter.text().replace("\r\n", "\n");
    }

    private Response greets(String greeting, String etag) {
        return owner.sends("PATCH", Api.LETTER_SETTINGS, Map.of("greeting", greeting), Map.of("If-Match", etag));
    }

    private Mailbox.Letter letterToAClient() {
        var mia = clinic.client("Mia");
        mia.asksForALoginLink();
        return Mailbox.newestTo(mia.email());
    }
}
