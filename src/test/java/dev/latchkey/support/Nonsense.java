package dev.latchkey.support;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Nonsense: bodies made of a good one, wrong in one way each. */
public final class Nonsense {

    private static final String HERE = "<here>";
    private static final String DEEP = "[".repeat(33) + "]".repeat(33);
    private static final List<String> NO_BODIES =
            List.of("", "{", "nonsense", "[]", "[{}]", "\"text\"", "null", "7", DEEP);

    /** Of a body that may be left out. Generated Java clients write the second one then. */
    private static final Set<String> NOTHING = Set.of("", "null");

    /** One of every type, as JSON writes them. */
    private static final Map<String, String> TYPES = Map.of(
            "string", "\"text\"", "number", "7.5", "boolean", "true", "object", "{}", "array", "[]", "null", "null");

    /** Behind whatever stood there before. */
    private static final List<String> BEHIND_A_TEXT =
            List.of("\\u0000", "\\ud800", "\\udc00x", "\\r\\nBcc: all@example.org", "a".repeat(10_240));

    private static final List<String> NO_ADDRESSES = List.of(
            "mia\\uff20example.org",
            "mia@example.org,noah@example.org",
            "mia@example.org;noah@example.org",
            "\\\"mia\\\"@example.org",
            "Mia <mia@example.org>",
            "mia\\r\\n@example.org");

    private final Contract contract;
    private final Call call;
    private final ObjectNode good;

    public Nonsense(Contract contract, Call call) {
        this.contract = contract;
        this.call = call;
        this.good = (ObjectNode) Objects.requireNonNull(call.body());
    }

    public Stream<Call> calls() {
        return Stream.of(
                        NO_BODIES.stream().filter(body -> call.operation().needsABody() || !NOTHING.contains(body)),
                        Stream.of(good + " ".repeat(66_000)),
                        Stream.of(good.deepCopy().put("unknown", "member").toString()),
                        members(call.operation().schema(), "").entrySet().stream()
                                .flatMap(member -> wrongAt(member.getKey(), member.getValue())))
                .flatMap(bodies -> bodies)
                .map(call::bearing);
    }

    /** Each member with its schema, by where it stands; of a list's those of its first item. */
    private Map<String, JsonNode> members(JsonNode schema, String at) {
        var members = new LinkedHashMap<String, JsonNode>();
        contract.members(schema).forEach(property -> {
            var pointer = at + "/" + property.getKey();
            var member = contract.resolved(property.getValue());
            members.put(pointer, member);
            members.putAll(members(member, pointer));
            members.putAll(members(contract.resolved(member.path("items")), pointer + "/0"));
        });
        return members;
    }

    private Stream<String> wrongAt(String pointer, JsonNode schema) {
        var body = bodyWith(pointer);
        var wrong = Stream.concat(
                Stream.of(DEEP),
                TYPES.entrySet().stream()
                        .filter(type -> !contract.types(schema).contains(type.getKey()))
                        .map(Map.Entry::getValue));
        return Stream.concat(
                wrong.map(value -> body.replace('"' + HERE + '"', value)),
                texts(pointer, schema).map(text -> body.replace(HERE, text)));
    }

    private Stream<String> texts(String pointer, JsonNode schema) {
        if (!contract.types(schema).contains("string")) {
            return Stream.empty();
        }
        var before = good.at(pointer).isTextual() ? good.at(pointer).asText() : "x";
        return Stream.concat(
                BEHIND_A_TEXT.stream().filter(text -> !mayHave(schema, text)).map(before::concat),
                schema.path("format").asText().equals("email") ? NO_ADDRESSES.stream() : Stream.empty());
    }

    /** The contract says of a text if it may have several lines. */
    private static boolean mayHave(JsonNode schema, String text) {
        return text.startsWith("\\r\\n") && schema.path("description").asText().contains("several lines");
    }

    private String bodyWith(String pointer) {
        var body = good.deepCopy();
        var place = JsonPointer.compile(pointer);
        var parent = place.head().matches() ? body : body.withObject(place.head());
        parent.put(place.last().getMatchingProperty(), HERE);
        return body.toString();
    }
}
