package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.support.Contract;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** JSON that a schema takes, or takes just so. What a schema cannot tell, such as what is a time zone, may be wrong. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper READER = new ObjectMapper();

    private static final Map<String, List<String>> FORMATS = Map.of(
            "uuid", List.of("01994c21-7a10-7c3e-9b52-6f1d2e3a4b01", "00000000-0000-0000-0000-000000000000"),
            "date", List.of("2026-12-04", "2000-01-01", "2099-12-31", "2028-02-29"),
            "date-time", List.of("2030-12-01T22:30:00Z", "2026-03-29T02:30:00+01:00", "2099-12-31T23:59:00-18:00"),
            "email", List.of("larsen@example.org", "a@b.co", "x+y@example.org"),
            "uri", List.of("https://example.org", "https://example.org/a?b=c#d"),
            "password", List.of("correct horse battery staple", "another person's horse battery"));

    /** For members that have a pattern, or a meaning that a schema cannot tell. */
    private static final List<String> TEXTS = List.of(
            "Mia",
            "O’Brien",
            "😀",
            "e\u0301",
            "Australia/Sydney",
            "AUD",
            "JPY",
            "KWD",
            "0",
            "1",
            "0.01",
            "120.50",
            "100000",
            "9999999.9999",
            "100",
            "123456",
            "harbour-physio",
            "https://example.org",
            "a line\nand another");

    private final Contract contract;
    private final Memory memory;
    private final Dice dice;

    Values(Contract contract, Memory memory, Dice dice) {
        this.contract = contract;
        this.memory = memory;
        this.dice = dice;
    }

    JsonNode make(String name, JsonNode reference) {
        var schema = contract.resolved(reference);
        if (schema.has("oneOf")) {
            return make(name, dice.one(schema.get("oneOf").valueStream().toList()));
        }
        if (schema.has("enum")) {
            return dice.one(schema.get("enum").valueStream().toList());
        }
        var types = schema.path("type").isArray()
                ? schema.get("type").valueStream().map(JsonNode::asText).toList()
                : List.of(schema.path("type").asText());
        return switch (dice.one(types)) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "integer" -> JSON.numberNode(number(schema));
            case "boolean" -> JSON.booleanNode(dice.isIn(50));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text(name, schema));
        };
    }

    private JsonNode object(JsonNode schema) {
        var required = READER.convertValue(schema.path("required"), List.class);
        var object = JSON.objectNode();
        schema.path("properties").properties().forEach(member -> {
            if (required != null && required.contains(member.getKey()) || dice.isIn(50)) {
                object.set(member.getKey(), make(member.getKey(), member.getValue()));
            }
        });
        return object;
    }

    private JsonNode array(String name, JsonNode schema) {
        var array = JSON.arrayNode();
        var least = schema.path("minItems").asInt(0);
        for (var left = least + dice.below(3); left > 0; left--) {
            array.add(make(name, schema.get("items")));
        }
        return array;
    }

    private int number(JsonNode schema) {
        var least = schema.path("minimum").asInt(0);
        var most = schema.path("maximum").asInt(1000);
        return dice.one(List.of(least, most, (least + most) / 2, least + 1));
    }

    private String text(String name, JsonNode schema) {
        var known = dice.isIn(50) ? memory.some(name, dice) : Optional.<String>empty();
        if (known.isPresent()) {
            return known.get();
        }
        var format = FORMATS.get(schema.path("format").asText());
        if (format != null) {
            return dice.one(format);
        }
        if (schema.has("maxLength") && !schema.has("pattern") && dice.isIn(40)) {
            var unit = dice.one(List.of("a", "😀", "é"));
            return unit.repeat(
                    dice.isIn(50)
                            ? schema.get("maxLength").asInt()
                            : Math.max(1, schema.path("minLength").asInt()));
        }
        return dice.isIn(20) ? "x" + UUID.nameUUIDFromBytes(new byte[] {(byte) dice.below(256)}) : dice.one(TEXTS);
    }
}
