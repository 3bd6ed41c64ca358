package dev.latchkey.support;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One operation of the contract. */
public final class ContractOperation {

    static final String MESSAGE = "message/rfc822";

    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final Contract contract;
    private final String method;
    private final String path;
    private final Pattern paths;
    private final JsonNode sharedParameters;
    private final JsonNode node;

    ContractOperation(Contract contract, String method, String path, JsonNode sharedParameters, JsonNode node) {
        this.contract = contract;
        this.method = method;
        this.path = path;
        this.paths = Pattern.compile("\\Q" + VARIABLE.matcher(path).replaceAll("\\\\E[^/]+\\\\Q") + "\\E");
        this.sharedParameters = sharedParameters;
        this.node = node;
    }

    /** {@code GET /v1/me}. */
    public String name() {
        return method + " " + path;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /** The security scheme it asks for; "" where every stranger may call. */
    public String scheme() {
        return security().stream().map(said -> said.split(" ")[0]).findFirst().orElse("");
    }

    public boolean takesJson() {
        return request().path("content").has("application/json");
    }

    /** A letter as it stands. */
    boolean takesAMessage() {
        return request().path("content").has(MESSAGE);
    }

    public boolean takesABody() {
        return !request().isMissingNode();
    }

    public boolean needsABody() {
        return request().path("required").asBoolean();
    }

    /** The names of its query parameters. */
    public SortedSet<String> queries() {
        return parameters("query");
    }

    /** In lower case. */
    public SortedSet<String> headers() {
        return parameters("header");
    }

    /** The schema of its JSON. */
    public JsonNode schema() {
        return contract.resolved(request().at("/content/application~1json/schema"));
    }

    /** The first example of its JSON, or of its message. */
    JsonNode example() {
        return contract.examples(request().path("content").path(takesAMessage() ? MESSAGE : "application/json"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name() + " has no example"));
    }

    boolean isList() {
        return parameters("query").contains("limit");
    }

    boolean takes(String requested, String at) {
        return method.equals(requested) && paths.matcher(at).matches();
    }

    long variables() {
        return VARIABLE.matcher(path).results().count();
    }

    JsonNode request() {
        return node.path("requestBody");
    }

    public Stream<JsonNode> answers() {
        return node.get("responses").valueStream().map(contract::resolved);
    }

    /** What is written for this very status. */
    Optional<JsonNode> answer(int status) {
        return Optional.ofNullable(node.get("responses").get(Integer.toString(status)))
                .map(contract::resolved);
    }

    Stream<String> misplacedCodes() {
        return node.get("responses")
                .propertyStream()
                .filter(answer -> !answer.getKey().equals("default"))
                .flatMap(answer -> contract.codes(contract.resolved(answer.getValue()))
                        .filter(code -> !code.startsWith(answer.getKey()))
                        .map(code -> code + " stands at " + answer.getKey()));
    }

    Outline outline() {
        var success = successStatus();
        var request = request().path("content");
        var response = answer(success).orElseThrow().path("content");
        return new Outline(
                parameters("path"),
                parameters("query"),
                parameters("header"),
                formParts(request),
                mediaTypes(request),
                request.has("multipart/form-data") ? "" : schemaName(request),
                success,
                mediaTypes(response),
                schemaName(response),
                security());
    }

    private int successStatus() {
        return node.get("responses")
                .propertyStream()
                .map(response -> response.getKey())
                .filter(status -> status.startsWith("2"))
                .map(Integer::valueOf)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError(name() + " never succeeds"));
    }

    /** In the query, the path or the header. */
    public Stream<JsonNode> parametersIn(String place) {
        return Stream.concat(
                        sharedParameters.valueStream(), node.path("parameters").valueStream())
                .map(contract::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(place));
    }

    private SortedSet<String> parameters(String in) {
        return parametersIn(in)
                .map(parameter -> parameter.get("name").asText())
                .map(name -> in.equals("header") ? name.toLowerCase(Locale.ROOT) : name)
                .collect(toCollection(TreeSet::new));
    }

    private SortedSet<String> formParts(JsonNode request) {
        var form = contract.resolved(request.path("multipart/form-data").path("schema"));
        return form.path("properties")
                .propertyStream()
                .map(part -> part.getKey())
                .collect(toCollection(TreeSet::new));
    }

    private static String mediaTypes(JsonNode content) {
        return content.propertyStream().map(entry -> entry.getKey()).collect(joining(", "));
    }

    private static String schemaName(JsonNode content) {
        return content.valueStream()
                .map(entry -> entry.path("schema").path("$ref").asText())
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1))
                .filter(name -> !name.isEmpty())
                .collect(joining(", "));
    }

    /** Schemes, each with the right it asks for; empty for everybody. */
    private SortedSet<String> security() {
        if (!node.has("security")) {
            return new TreeSet<>(Set.of("unsaid"));
        }
        var right = node.has("x-right") ? " " + node.get("x-right").asText() : "";
        return node.get("security")
                .valueStream()
                .flatMap(JsonNode::propertyStream)
                .map(scheme -> scheme.getKey() + right)
                .collect(toCollection(TreeSet::new));
    }
}
