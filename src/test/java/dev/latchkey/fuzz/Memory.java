package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What answers said, to be sent back: a random id is unknown, and a random externalId is never taken. */
final class Memory {

    private static final int OF_EACH = 50;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> etags = new HashMap<>();

    void keep(String path, Response answer) throws IOException {
        var etag = answer.header("ETag");
        if (etag != null) {
            etags.put(path, etag);
        }
        var type = String.valueOf(answer.contentType());
        if (answer.statusCode() < 300 && type.startsWith("application/json")) {
            keep("", JSON.readTree(answer.asByteArray()));
        }
    }

    void keep(String name, JsonNode json) {
        json.properties().forEach(member -> keep(member.getKey(), member.getValue()));
        if (json.isArray()) {
            json.forEach(item -> keep(name, item));
        }
        if (json.isTextual()) {
            keep(name, json.asText());
        }
    }

    void keep(String name, String value) {
        var known = values.computeIfAbsent(name, any -> new ArrayList<>());
        if (!known.contains(value)) {
            known.add(value);
        }
        if (known.size() > OF_EACH) {
            known.remove(0);
        }
    }

    /** A value that a member of this name had; that of another id for an id. */
    Optional<String> some(String name, Dice dice) {
        var known = values.getOrDefault(name.endsWith("Id") && dice.isIn(30) ? "id" : name, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(dice.one(known));
    }

    Optional<String> etag(String path) {
        return Optional.ofNullable(etags.get(path));
    }
}
