package dev.latchkey.support;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** An appointment in the hands of a staff member. */
public record Visit(Person staff, String id) {

    public static Visit booked(Person staff, Person client, Map<String, String> rooms, Instant startsAt) {
        var answer = asks(staff, client, wish(rooms, startsAt));
        answer.then().statusCode(201);
        return new Visit(staff, Answers.text(answer, "/id"));
    }

    public static Response asks(Person staff, Person client, Object body) {
        return staff.post(path(client), body);
    }

    public static Response asksWithKey(Person staff, Person client, Object body, String key) {
        return staff.sends("POST", path(client), body, Map.of("Idempotency-Key", key));
    }

    public static String path(Person client) {
        return "/v1/staff/clients/" + client.id() + "/appointments";
    }

    /** Three quarters of an hour. */
    public static Map<String, Object> wish(Map<String, String> rooms, Instant startsAt) {
        var wish = new HashMap<String, Object>(rooms);
        wish.put("startsAt", startsAt.toString());
        wish.put("durationMinutes", 45);
        return wish;
    }

    /** On the minute, so long from now, or ago. */
    public static Instant in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.MINUTES);
    }

    public String path() {
        return "/v1/staff/appointments/" + id;
    }

    public Response reads() {
        return staff.get(path());
    }

    public Response changes(Object changes) {
        return staff.patch(path(), changes);
    }

    public Response cancels() {
        return staff.post(path() + "/cancellation", Map.of());
    }

    public Response cancelsWithKey(String note, String key) {
        return staff.sends("POST", path() + "/cancellation", Map.of("note", note), Map.of("Idempotency-Key", key));
    }
}
