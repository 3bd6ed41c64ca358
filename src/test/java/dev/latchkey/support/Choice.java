package dev.latchkey.support;

import java.util.Map;

/** The profile choice of a caller whose address is that of two clients: one step from being signed in as one of them. */
record Choice(Person holder, String ref) {

    static Choice at(Practice clinic) {
        var family = Portal.anAddress("larsen");
        var mia = clinic.client("Mia", family);
        clinic.client("Noah", family);
        mia.asksForALoginLink().then().statusCode(202);
        var answer = Person.stranger()
                .post("/v1/sessions", Map.of("token", Mailbox.newestTo(family).fragment()));
        answer.then().statusCode(201);
        return new Choice(
                Person.withToken(Answers.text(answer, "/choiceToken")), Answers.text(answer, "/profiles/0/ref"));
    }
}
