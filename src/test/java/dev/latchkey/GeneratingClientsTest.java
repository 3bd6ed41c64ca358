package dev.latchkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generators of clients for many languages need of the contract, so that nothing they make has to be edited. */
class GeneratingClientsTest {

    private static final Contract FILE = Contract.read();
    private static final JsonNode SCHEMAS = FILE.document().at("/components/schemas");

    /** Types that languages have already, which a generator takes for its own. */
    private static final Set<String> TAKEN = Set.of(
            "Any",
            "Array",
            "Blob",
            "Boolean",
            "Byte",
            "Class",
            "Date",
            "DateTime",
            "Dictionary",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "File",
            "Float",
            "Function",
            "Integer",
            "Iterable",
            "List",
            "Long",
            "Map",
            "Number",
            "Object",
            "Optional",
            "Promise",
            "Record",
            "Request",
            "Response",
            "Set",
            "String",
            "Symbol",
            "Type",
            "Void");

    private static final Pattern LOOKING_AROUND = Pattern.compile(".*\\(\\?<?[=!].*");

    @Test
    void no_schema_is_called_like_a_type_of_a_language() {
        assertThat(names()).noneMatch(TAKEN::contains);
    }

    /** Of a change nothing would be left. */
    @Test
    void a_body_with_nothing_that_is_needed_may_be_left_out() {
        var needed = FILE.operations().stream()
                .filter(ContractOperation::takesJson)
                .filter(operation -> !operation.method().equals("PATCH"))
                .filter(operation -> !operation.schema().has("required")
                        && !operation.schema().has("oneOf"))
                .filter(ContractOperation::needsABody)
                .map(ContractOperation::name);

        assertThat(needed).isEmpty();
    }

    /** A generator would make up a name, and another one with the next change. */
    @Test
    void every_object_and_every_enum_has_a_name() {
        assertThat(where((place, schema) -> !isNamed(place)
                        && (schema.has("properties")
                                || schema.has("allOf")
                                || schema.has("enum")
                                || schema.has("const"))))
                .isEmpty();
    }

    /** Some generators forget in it which members may be null. */
    @Test
    void no_schema_is_made_of_others() {
        assertThat(where((place, schema) -> schema.has("allOf") || schema.has("anyOf")))
                .isEmpty();
    }

    /** Else the first value that is added ends clients that were generated before. */
    @Test
    void enums_of_answers_are_open() {
        var closed = new HashSet<JsonNode>();
        FILE.operations().stream()
                .flatMap(ContractOperation::answers)
                .flatMap(answer -> answer.path("content").valueStream())
                .flatMap(content -> parts(content.path("schema")))
                .filter(part -> part.has("enum") || part.has("const"))
                .forEach(closed::add);

        assertThat(closed).isEmpty();
        assertThat(where((place, schema) -> schema.has("x-extensible-enum")
                        && !schema.path("description").asText().contains("Tolerate unknown values")
                        && schema.get("x-extensible-enum").size() > 1))
                .isEmpty();
    }

    @Test
    void every_list_says_how_long_it_may_be() {
        assertThat(where((place, schema) -> is(schema, "array") && !schema.has("maxItems")))
                .isEmpty();
    }

    @Test
    void every_integer_says_how_large_it_may_be() {
        assertThat(where((place, schema) -> is(schema, "integer") && !schema.has("format")))
                .isEmpty();
    }

    /** Several languages' engines do not have it, or are slow at it. */
    @Test
    void no_pattern_looks_around() {
        assertThat(FILE.patterns())
                .noneMatch(pattern -> LOOKING_AROUND.matcher(pattern).matches());
    }

    private static Stream<String> names() {
        return SCHEMAS.propertyStream().map(Map.Entry::getKey);
    }

    /** Where the schemas stand of which that is true. */
    private static Stream<String> where(BiPredicate<String, JsonNode> rule) {
        return schemas(FILE.document(), "")
                .filter(entry -> rule.test(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey);
    }

    private static Stream<Map.Entry<String, JsonNode>> schemas(JsonNode node, String at) {
        Stream<Map.Entry<String, JsonNode>> own =
                node.isObject() && !at.endsWith("/properties") ? Stream.of(Map.entry(at, node)) : Stream.empty();
        var below = Stream.concat(
                node.propertyStream()
                        .filter(member -> !Set.of("example", "examples").contains(member.getKey()))
                        .flatMap(member -> schemas(member.getValue(), at + "/" + member.getKey())),
                node.isArray() ? node.valueStream().flatMap(item -> schemas(item, at + "/-")) : Stream.empty());
        return Stream.concat(own, below);
    }

    private static boolean isNamed(String place) {
        return place.startsWith("/components/schemas/") && place.split("/").length == 4;
    }

    private static boolean is(JsonNode schema, String type) {
        return schema.has("type") && schema.get("type").toString().contains('"' + type + '"');
    }

    /** The schema, and all that it refers to. */
    private static Stream<JsonNode> parts(JsonNode schema) {
        var seen = new HashSet<JsonNode>();
        var left = new ArrayDeque<>(Set.of(schema));
        while (!left.isEmpty()) {
            var next = FILE.resolved(left.pop());
            if (seen.add(next)) {
                next.valueStream().forEach(left::push);
            }
        }
        return seen.stream();
    }
}
