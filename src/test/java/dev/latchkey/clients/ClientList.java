package dev.latchkey.clients;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Person;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;

/** A clinic's clients, as one of its staff lists them. */
record ClientList(Person staff) {

    /** The new client's id. */
    String add(String givenName, String familyName) {
        var added = staff.post(Api.CLIENTS, Map.of("givenName", givenName, "familyName", familyName));
        added.then().statusCode(201);
        return Answers.text(added, "/id");
    }

    Response asked(String question) {
        return staff.get(Api.CLIENTS + "?" + question);
    }

    static List<String> names(Response answer) {
        answer.then().statusCode(200);
        return Answers.texts(answer, "/items", "displayName");
    }
}
