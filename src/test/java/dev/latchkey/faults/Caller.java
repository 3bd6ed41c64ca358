package dev.latchkey.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A caller in front of the balancer, who sends one request after another, and whose every answer counts. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration LONGEST_OUTAGE = Duration.ofSeconds(90);
    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final int PAUSE_MILLIS = 250;

    private final URI door;
    private final Tally tally;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(URI door, Tally tally) {
        this.door = door;
        this.tally = tally;
    }

    Reply get(String path, @Nullable String token) throws Exception {
        return send(request(path, token, null).GET().build());
    }

    Reply post(String path, Object body, @Nullable String token, @Nullable String key) throws Exception {
        return send(request(path, token, key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** One file as a form, under a key. */
    Reply upload(String path, byte[] file, String token, String key) throws Exception {
        var form = Form.of(file);
        return send(request(path, token, key)
                .header("Content-Type", Form.MEDIA_TYPE)
                .POST(BodyPublishers.ofByteArray(form))
                .build());
    }

    /** Until something else than a failure comes back: for what may be repeated. */
    Reply untilAnswered(Sending sending) throws Exception {
        var begun = System.nanoTime();
        while (true) {
            var reply = sending.send();
            if (!reply.isFailure() && !reply.kind().equals("409 idempotency-key-in-use")) {
                return reply;
            }
            if (System.nanoTime() - begun > LONGEST_OUTAGE.toNanos()) {
                throw new AssertionError("no answer for " + LONGEST_OUTAGE + ": " + reply.kind());
            }
            NEVER.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    Reply untilAnswered(String path, Map<String, ?> body, String token, String key) throws Exception {
        return untilAnswered(() -> post(path, body, token, key));
    }

    private HttpRequest.Builder request(String path, @Nullable String token, @Nullable String key) {
        var request = HttpRequest.newBuilder(door.resolve(path)).timeout(LONGEST_ANSWER);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request;
    }

    private Reply send(HttpRequest request) throws InterruptedException {
        var reply = sent(request);
        tally.count(reply);
        return reply;
    }

    private Reply sent(HttpRequest request) throws InterruptedException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            var isJson = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.contains("json"))
                    .isPresent();
            return new Reply(answer.statusCode(), isJson ? JSON.readTree(answer.body()) : NullNode.getInstance());
        } catch (IOException e) {
            return Reply.BROKEN_OFF;
        }
    }

    /** One attempt. */
    interface Sending {

        Reply send() throws Exception;
    }
}
