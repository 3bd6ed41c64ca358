package dev.latchkey.support;

import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audit trail, as its readers see it. */
public record Trail(Person reader, String path) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    public static Trail of(Practice clinic) {
        return new Trail(clinic.owner(), "/v1/staff/audit-events");
    }

    public static Trail ofTheInstallation() {
        return new Trail(Portal.operator(), "/v1/operator/audit-events");
    }

    /** The newest hundred, oldest first. */
    public List<Line> lines() {
        var answer = reader.get(path + "?limit=100");
        answer.then().statusCode(200);
        var lines = new ArrayList<Line>();
        Answers.list(answer, "/items", Line.class).forEach(line -> lines.add(0, line));
        return lines;
    }

    /** What was done since so many lines were there. */
    public List<String> actsAfter(int before) {
        return lines().stream().skip(before).map(Line::toString).toList();
    }

    public List<String> actsIn(String requestId) {
        return linesIn(requestId).stream().map(Line::toString).toList();
    }

    public List<Line> linesIn(String requestId) {
        return lines().stream().filter(line -> requestId.equals(line.requestId)).toList();
    }

    /** What the request left that got this answer. */
    public Line lineOf(Response answer) {
        var lines = linesIn(answer.header("X-Request-Id"));
        if (lines.size() != 1) {
            throw new AssertionError("not one line but " + lines);
        }
        return lines.get(0);
    }

    public Response verifies() {
        return reader.get(path + "/verification");
    }

    /** As soon as every event has its seal. */
    public Response verifiesWhenSealed() {
        return await().atMost(PATIENCE)
                .until(this::verifies, found -> Answers.text(found, "/events").equals(Answers.text(found, "/sealed")));
    }

    public record Line(
            String id,
            String happenedAt,
            String act,
            @Nullable String reason,
            Who actor,
            @Nullable String clientId,
            @Nullable String recordId,
            List<String> changed,
            @Nullable String operation,
            @Nullable String sessionId,
            @Nullable String loginLinkId,
            @Nullable String requestId,
            @Nullable String callerRequestId,
            @Nullable String ipHash,
            @Nullable String addressHash) {

        /** Who did what, and why it came to nothing. */
        @Override
        public String toString() {
            return actor.kind + " " + act + (reason == null ? "" : " " + reason);
        }
    }

    public record Who(String kind, @Nullable String id) {}
}
