package dev.latchkey.support;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The file {@code openapi.yaml}, as the tests ask it. */
public final class Contract {

    static final String PROBLEM = "application/problem+json";

    /** Of answers: generated clients tolerate other values. The tests do not. */
    static final String OPEN_ENUM = "x-extensible-enum";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final JsonNode document;
    private final JsonNode closed;
    private final List<ContractOperation> operations;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            Dialect.builder(Dialects.getDraft202012())
                    .keyword(new NonValidationKeyword("components"))
                    .keyword(new NonValidationKeyword(OPEN_ENUM))
                    .keyword(new NonValidationKeyword("discriminator"))
                    .build(),
            settings -> settings.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .locale(Locale.ROOT)
                    .build()));
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
        this.closed = closed(document.deepCopy());
        this.operations = document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .map(member -> new ContractOperation(
                                this,
                                member.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                path.getValue().path("parameters"),
                                member.getValue())))
                .toList();
    }

    public static Contract read() {
        try (var file = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new Contract(new YAMLMapper().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a path is the contract's business; the mailbox and the like are not. */
    public static boolean covers(String path) {
        return path.startsWith("/v1/") || path.startsWith("/.well-known/") || path.startsWith("/openapi.");
    }

    public List<ContractOperation> operations() {
        return operations;
    }

    /** All of it, for rules that each of its parts must keep. */
    public JsonNode document() {
        return document;
    }

    /** All regular expressions that it asks others to hold values against. */
    public Stream<String> patterns() {
        return document.findValues("pattern").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct();
    }

    /** What the file says of each operation, by method and path. */
    public Map<String, Outline> outlines() {
        return operations.stream()
                .collect(toMap(ContractOperation::name, ContractOperation::outline, (a, b) -> a, TreeMap::new));
    }

    /** The schemas of request bodies, by name. */
    Map<String, JsonNode> requests() {
        return operations.stream()
                .map(ContractOperation::outline)
                .map(Outline::requestSchema)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(toMap(Function.identity(), name -> document.at("/components/schemas/" + name)));
    }

    /** The path of every list. */
    public Stream<String> lists() {
        return operations.stream().filter(ContractOperation::isList).map(ContractOperation::path);
    }

    /** What it says an audit event may be of, by the codes in the prose. */
    public Stream<String> auditActs() {
        var prose = document.at("/components/schemas/AuditEvent/properties/act/description")
                .asText();
        return Pattern.compile("`([a-z][a-z-]*)`").matcher(prose).results().map(code -> code.group(1));
    }

    /** Every problem code with its status: {@code 409 slug-taken}. */
    public SortedSet<String> codes() {
        return operations.stream()
                .flatMap(ContractOperation::answers)
                .flatMap(this::codes)
                .collect(toCollection(TreeSet::new));
    }

    /** One line for each example that breaks its own schema, or stands at the wrong status. */
    public Stream<String> wrongExamples() {
        return operations.stream()
                .flatMap(operation -> Stream.concat(invalidExamples(operation), operation.misplacedCodes())
                        .map(wrong -> operation.name() + ": " + wrong));
    }

    /** The operation that a request is meant for; a literal path wins over a template. */
    Optional<ContractOperation> operation(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.takes(method, path))
                .min(Comparator.comparing(ContractOperation::variables));
    }

    /** The answer that any operation may give. */
    JsonNode generalAnswer() {
        return document.at("/components/responses/Problem");
    }

    Stream<String> codes(JsonNode answer) {
        return examples(answer.path("content").path(PROBLEM))
                .map(problem -> problem.get("status").asText() + " "
                        + problem.get("code").asText());
    }

    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Its members: of a choice, those of each. */
    Stream<Map.Entry<String, JsonNode>> members(JsonNode schema) {
        return Stream.concat(
                schema.path("properties").propertyStream(),
                schema.path("oneOf").valueStream().map(this::resolved).flatMap(this::members));
    }

    /** The types it takes, as a text that contains their names. */
    String types(JsonNode schema) {
        return schema.path("oneOf")
                .valueStream()
                .map(this::resolved)
                .map(this::types)
                .collect(joining(" ", schema.path("type").toString(), ""));
    }

    List<String> violations(JsonNode schema, JsonNode value) {
        return schemas.computeIfAbsent(schema, this::compiled).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private Stream<String> invalidExamples(ContractOperation operation) {
        return Stream.concat(Stream.of(operation.request()), operation.answers())
                .flatMap(message -> message.path("content").valueStream())
                .flatMap(content ->
                        examples(content).flatMap(example -> violations(content.get("schema"), example).stream()));
    }

    Stream<JsonNode> examples(JsonNode content) {
        return Stream.concat(
                content.has("example") ? Stream.of(content.get("example")) : Stream.empty(),
                content.path("examples").valueStream().map(example -> resolved(example)
                        .get("value")));
    }

    /** With the components beside it, so that its references lead somewhere. */
    private Schema compiled(JsonNode schema) {
        return registry.getSchema(((ObjectNode) closed(schema.deepCopy())).set("components", closed.get("components")));
    }

    /** With the values of today alone. */
    private static JsonNode closed(JsonNode schema) {
        schema.findParents(OPEN_ENUM).forEach(open -> {
            var values = ((ObjectNode) open).putArray("enum").addAll((ArrayNode) open.get(OPEN_ENUM));
            if (open.path("type").isArray()) {
                values.addNull();
            }
        });
        return schema;
    }
}
