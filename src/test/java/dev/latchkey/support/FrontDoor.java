package dev.latchkey.support;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A clinic that asks who follows a link for their birthday, or has begun or ceased to. */
public record FrontDoor(Practice clinic) {

    public static FrontDoor asking(String question) {
        var door = new FrontDoor(Portal.clinic());
        door.asks(question);
        return door;
    }

    public void asks(String question) {
        clinic.owner()
                .patch(Api.PORTAL_SETTINGS, Map.of("secondQuestion", question))
                .then()
                .statusCode(200)
                .body("secondQuestion", equalTo(question));
    }

    public Person client(String givenName, String email, String birthDate) {
        var client = clinic.client(givenName, email);
        records(client, birthDate);
        return client;
    }

    public void records(Person client, @Nullable String birthDate) {
        var changes = new HashMap<String, @Nullable Object>();
        changes.put("birthDate", birthDate);
        clinic.owner().patch(Api.CLIENTS + "/" + client.id(), changes).then().statusCode(200);
    }

    /** With a new link. */
    public Question letsIn(Person client) {
        var before = Mailbox.lettersTo(client.email()).size();
        client.asksForALoginLink().then().statusCode(202);
        var link = Mailbox.lettersTo(client.email(), before + 1).get(0).fragment();
        return new Question(Person.stranger().redeems(link));
    }

    /** What redeeming a link, or its code, was answered with. */
    public record Question(Response answer) {

        public Response answers(Map<String, ?> given) {
            return answers(0, given);
        }

        /** As one of the profiles. */
        public Response answers(int profile, Map<String, ?> given) {
            var body = new HashMap<String, Object>(given);
            body.put("ref", Answers.text(answer, "/profiles/" + profile + "/ref"));
            return Person.withToken(Answers.text(answer, "/choiceToken")).post(Api.PROFILE_CHOICE, body);
        }
    }
}
