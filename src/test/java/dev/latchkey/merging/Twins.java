package dev.latchkey.merging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.support.Answers;
import dev.latchkey.support.Api;
import dev.latchkey.support.Bill;
import dev.latchkey.support.Person;
import dev.latchkey.support.Practice;
import dev.latchkey.support.Visit;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two records of one person at a clinic, each with a mailbox of its own. The one that goes has something of everything. */
record Twins(Practice clinic, Person kept, Person gone, Visit visit, Bill open, Bill draft, String file) {

    static Twins at(Practice clinic) {
        var kept = clinic.client("Mia");
        var gone = clinic.client("Maria");
        var owner = clinic.owner();
        var open = Bill.draft(owner, gone, "120.50").finalised();
        open.pays("20.50").then().statusCode(201);
        return new Twins(
                clinic,
                kept,
                gone,
                Visit.booked(owner, gone, clinic.rooms(), Visit.in(Duration.ofDays(2))),
                open,
                Bill.draft(owner, gone, "1.00"),
                Answers.text(owner.uploads(gone, "exercises.txt", "Three times a day.".getBytes(UTF_8), true), "/id"));
    }

    Response merge() {
        return merge(clinic.owner(), kept, gone);
    }

    static Response merge(Person staff, Person kept, Person gone) {
        return staff.sends("POST", merges(kept), Map.of("mergedId", gone.id()), Map.of("If-Match", "*"));
    }

    Response undo(Response merged) {
        return clinic.owner().delete(merges(kept) + "/" + Answers.text(merged, "/id"));
    }

    static String merges(Person kept) {
        return path(kept) + "/merges";
    }

    static String path(Person client) {
        return Api.CLIENTS + "/" + client.id();
    }

    /** The ids of all that this client has, in no order. */
    List<String> recordsOf(Person client) {
        return List.of("/appointments", "/invoices", "/files").stream()
                .map(list -> clinic.owner().get(path(client) + list))
                .flatMap(answer -> Answers.texts(answer, "/items", "id").stream())
                .toList();
    }

    List<String> all() {
        return List.of(visit.id(), open.id(), draft.id(), file);
    }
}
