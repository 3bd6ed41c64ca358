package dev.latchkey.loginlinks;

import static dev.latchkey.support.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Database;
import dev.latchkey.support.Person;
import dev.latchkey.support.Portal;
import dev.latchkey.support.Practice;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far each client has come into the portal, as staff see it. */
@QuarkusTest
class InvitingClientsTest {

    private final Practice clinic = Portal.clinic();
    private final Person mia = clinic.client("Mia");
    private final String inTheList = Api.CLIENTS + "?email=" + mia.email();

    @Test
    void begins_with_no_invitation() {
        clinic.owner()
                .get(inTheList)
                .then()
                .body("items[0].portal.status", equalTo("never-invited"))
                .body("items[0].portal.invitedAt", nullValue())
                .body("items[0].portal.signedInAt", nullValue());
    }

    @Test
    void invites_everyone_whom_the_link_lets_in() {
        clinic.client("Noah", mia.email());
        var jack = clinic.client("Jack", mia.email());
        clinic.client("Ella");
        clinic.owner().archives(jack).then().statusCode(200);

        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);

        assertThat(names("portal=invited")).containsExactly("Mia Larsen", "Noah Larsen");
        assertThat(names("portal=never-invited")).containsExactly("Ella Larsen");
        assertThat(names("portal=never-invited&archived=true")).containsExactly("Jack Larsen");
        clinic.owner().get(inTheList).then().body("items.portal.invitedAt", everyItem(notNullValue()));
    }

    @Test
    void is_no_invitation_when_the_client_asked() {
        mia.signsIn();

        clinic.owner()
                .get(inTheList)
                .then()
                .body("items[0].portal.status", equalTo("signed-in"))
                .body("items[0].portal.invitedAt", nullValue())
                .body("items[0].portal.signedInAt", notNullValue());
    }

    @Test
    void outlives_links_and_sessions() throws Exception {
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        mia.followsTheLinkInTheirMail().then().statusCode(201);
        var before = clinic.owner().get(inTheList).asString();

        Database.tampers("delete from session where client_id = ?", UUID.fromString(mia.id()));
        Database.tampers("delete from login_link where address_key = ?", mia.email());

        assertThat(clinic.owner().get(inTheList).asString()).isEqualTo(before);
        assertThat(before).contains("\"status\":\"signed-in\"");
    }

    @Test
    void counts_only_the_profile_that_was_chosen_until_another_is() {
        var noah = clinic.client("Noah", mia.email());
        mia.asksForALoginLink().then().statusCode(202);
        var offer = mia.followsTheLinkInTheirMail();
        mia.chooses(offer.path("choiceToken"), offer.path("profiles[0].ref"))
                .then()
                .statusCode(201);
        assertThat(names("portal=signed-in")).containsExactly("Mia Larsen");

        mia.switchesTo(noah.id()).then().statusCode(200);

        assertThat(names("portal=signed-in")).containsExactly("Mia Larsen", "Noah Larsen");
    }

    @Test
    void is_one_more_condition_of_a_search() {
        clinic.client("Noah", mia.email());
        clinic.client("Mia");
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);

        assertThat(names("portal=invited&q=mia")).containsExactly("Mia Larsen");
        assertThat(names("portal=invited&q=mia%20larsen&email=" + mia.email())).containsExactly("Mia Larsen");
        assertThat(names("portal=invited&email=" + mia.email())).containsExactly("Mia Larsen", "Noah Larsen");
        assertThat(names("portal=signed-in&q=larsen")).isEmpty();
        assertThat(names("portal=never-invited&email=" + mia.email())).isEmpty();
    }

    @Test
    void stays_with_a_client_who_is_renamed_and_archived() {
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        clinic.owner()
                .patch(Api.CLIENTS + "/" + mia.id(), Map.of("familyName", "Abel"))
                .then()
                .statusCode(200);
        clinic.owner().archives(mia).then().statusCode(200);

        assertThat(names("portal=invited")).isEmpty();
        assertThat(names("portal=invited&archived=true")).containsExactly("Mia Abel");
    }

    @Test
    void leafs_in_the_order_of_the_list() {
        for (var name : List.of("Zoe", "adam", "Eve", "Bea")) {
            clinic.client(name);
        }

        var seen = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = clinic.owner()
                    .get(Api.CLIENTS + "?portal=never-invited&limit=2" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(Answers.texts(page, "/items", "displayName"));
            cursor = page.path("nextCursor");
        } while (cursor != null);

        assertThat(seen).hasSize(5).isEqualTo(names(""));
    }

    @Test
    void is_shown_to_no_other_clinic() {
        clinic.owner().sendsLoginLinkTo(mia, mia.email()).then().statusCode(202);
        var other = Portal.clinic();
        other.client("Theirs", mia.email());

        assertThat(Answers.texts(other.owner().get(Api.CLIENTS + "?portal=invited"), "/items", "displayName"))
                .isEmpty();
        assertThat(Answers.texts(other.owner().get(Api.CLIENTS + "?portal=never-invited"), "/items", "displayName"))
                .containsExactly("Theirs Larsen");
    }

    @Test
    void refuses_a_state_that_there_is_not() {
        assertRefused(clinic.owner().get(Api.CLIENTS + "?portal=INVITED"), 400, "invalid-request");
    }

    private List<String> names(String question) {
        var answer = clinic.owner().get(Api.CLIENTS + "?" + question);
        answer.then().statusCode(200);
        return Answers.texts(answer, "/items", "displayName");
    }
}
