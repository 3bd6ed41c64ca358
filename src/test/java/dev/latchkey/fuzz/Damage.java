package dev.latchkey.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Makes good JSON wrong in one place, or no JSON at all. */
final class Damage {

    private static final String HERE = "\"<here>\"";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1E-400",
            "99999999999999999999",
            "7.5",
            "\"\"",
            "\" \"",
            "\"text\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"a\":null}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"a\\r\\nb\"",
            "\"\\u202egnp\"",
            "\"\\u200b\"",
            "\"\\u3164\"",
            "\"\\ufffe\"",
            "\"\\ufeff\"",
            "\"e\\u0301\"",
            "\"\\u00a0\"",
            "\"2026-02-30\"",
            "\"-0001-01-01\"",
            "\"+999999999-12-31\"",
            "\"2030-01-01T00:00:60Z\"",
            "\"+1000000000-12-31T23:59:59Z\"",
            "\"2030-01-01T00:00:00+18:01\"",
            "\"Infinity\"",
            "\"NaN\"",
            "\"0x1\"",
            "\"1e9\"",
            "\"-0\"",
            "\"00\"",
            "\"0.00001\"",
            "\"9999999999999999999999\"",
            "\"٣\"",
            "\"1-1-1-1-1\"",
            "\"%00\"",
            "\"../../etc\"",
            "\"' or 1=1 --\"",
            "\"mia\\uff20example.org\"",
            "\"a@[127.0.0.1]\"",
            "\"XXX\"",
            "\"Etc/GMT+14\"",
            "\"GMT+25\"",
            "\"https://\"",
            "\"https://a b\"",
            "\"https://[::1\"");

    private static final List<String> WHOLE = List.of(
            "",
            "{",
            "[",
            "nonsense",
            "[]",
            "null",
            "7",
            "\"text\"",
            "{}{}",
            "{\"a\":1,\"a\":2}",
            "\ufeff{}",
            "{'a':1}",
            "{\"\":1}",
            "// {}",
            "[".repeat(2000),
            "{\"a\":".repeat(500),
            " ".repeat(66_000));

    private final Dice dice;

    Damage(Dice dice) {
        this.dice = dice;
    }

    String make(JsonNode good) {
        var places = new ArrayList<Place>();
        collect(good, places);
        if (places.isEmpty() || dice.isIn(15)) {
            return dice.isIn(50) ? dice.one(WHOLE) : truncated(good.toString());
        }
        var place = dice.one(places);
        var object = place.parent();
        switch (dice.below(5)) {
            case 0 -> object.remove(place.name());
            case 1 -> object.put("unknown", dice.below(10));
            case 2 -> object.put(place.name(), "a".repeat(dice.one(List.of(101, 256, 5_000, 60_000))));
            default -> {
                object.put(place.name(), "<here>");
                return good.toString().replace(HERE, dice.one(VALUES));
            }
        }
        return good.toString();
    }

    private String truncated(String json) {
        return json.substring(0, dice.below(Math.max(1, json.length())));
    }

    private static void collect(JsonNode json, List<Place> places) {
        if (json instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name)));
        }
        json.forEach(below -> collect(below, places));
    }

    record Place(ObjectNode parent, String name) {}
}
