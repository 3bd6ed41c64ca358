package dev.latchkey.support;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads JSON answers, for reads that happen thousands of times: RestAssured compiles a script for each of its paths. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DIFFERS_EVERY_TIME = Set.of("x-request-id", "date");

    private Answers() {}

    /** The text at a JSON pointer (RFC 6901), empty where there is none. */
    public static String text(Response answer, String pointer) {
        return json(answer).at(pointer).asText();
    }

    /** What stands in the list at a JSON pointer; the pointer is empty where the list is the whole answer. */
    public static <T> List<T> list(Response answer, String pointer, Class<T> type) {
        var list = JSON.getTypeFactory().constructCollectionType(List.class, type);
        return JSON.convertValue(json(answer).at(pointer), list);
    }

    /** The text of this member in each item of the list at a JSON pointer. */
    public static List<String> texts(Response answer, String pointer, String member) {
        return json(answer)
                .at(pointer)
                .valueStream()
                .map(item -> item.path(member).asText())
                .toList();
    }

    /** All of it, but for what differs every time. */
    public static String shape(Response answer) {
        return answer.headers().asList().stream()
                .filter(header -> !DIFFERS_EVERY_TIME.contains(header.getName().toLowerCase(Locale.ROOT)))
                .map(Header::toString)
                .sorted()
                .collect(joining("\n", answer.statusCode() + "\n", "\n" + answer.asString()));
    }

    public static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
