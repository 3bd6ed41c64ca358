package dev.latchkey.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds every exchange of the tests to the contract: the answer always; the request only when it was granted, for one that was
 * refused may have been wrong on purpose.
 */
public final class Exchanges implements Filter {

    private static final Contract CONTRACT = Contract.read();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the general answer has with these statuses alone. */
    private static final Map<Integer, String> PROMISED = Map.of(405, "Allow", 429, "Retry-After", 503, "Retry-After");

    /** Of RestAssured's own requests. */
    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        var response = context.next(request, expected);
        // A stream that can be read once.
        var answer = new ResponseBuilder()
                .clone(response)
                .setBody(response.asByteArray())
                .build();
        check(new Request(request.getMethod(), request.getURI(), request.getContentType(), request.getBody()), answer);
        return answer;
    }

    static void check(Request request, Response response) {
        var body = response.asByteArray();
        var path = asRead(request.uri());
        if (!Contract.covers(path) || request.method().equals("OPTIONS")) {
            return;
        }
        PassedSecrets.noteThoseIn(request.body() + "\n" + response.headers() + "\n" + response.asString());
        var complaints = complaints(request, path, response, body);
        if (!complaints.isEmpty()) {
            throw new AssertionError("%s %s answered %d, against the contract:%n  %s%n%s"
                    .formatted(
                            request.method(),
                            path,
                            response.statusCode(),
                            String.join("\n  ", complaints),
                            new String(body, StandardCharsets.UTF_8)));
        }
    }

    /** The framework reads several spellings of a path as one. */
    private static String asRead(String uri) {
        return URI.create(uri.replaceAll("(?i)%2e", "."))
                .normalize()
                .getRawPath()
                .replaceAll(";[^/]*", "")
                .replaceAll("(?<=.)/$", "");
    }

    private static List<String> complaints(Request request, String path, Response response, byte[] body) {
        var head = request.method().equals("HEAD");
        var status = response.statusCode();
        var operation = CONTRACT.operation(head ? "GET" : request.method(), path);
        if (operation.isEmpty() && status < 400) {
            return List.of("there is no such operation");
        }
        var own = operation.flatMap(found -> found.answer(status));
        var complaints = new ArrayList<String>();
        checkHeaders(own.orElse(CONTRACT.generalAnswer()), response, complaints);
        checkCaches(path, operation.flatMap(found -> found.answer(200)), response, complaints);
        if (!head) {
            checkBody(own, response, body, complaints);
        }
        if (status < 300) {
            operation.ifPresent(granted -> checkRequest(granted.request(), request, complaints));
        }
        return complaints;
    }

    private static void checkHeaders(JsonNode answer, Response response, List<String> complaints) {
        answer.path("headers").properties().forEach(entry -> {
            var header = CONTRACT.resolved(entry.getValue());
            var value = response.header(entry.getKey());
            if (value != null && header.at("/schema/type").asText().equals("string")) {
                CONTRACT.violations(header.get("schema"), TextNode.valueOf(value))
                        .forEach(violation -> complaints.add("header " + entry.getKey() + violation));
            } else if (value == null && header.path("required").asBoolean()) {
                complaints.add("no header " + entry.getKey());
            }
        });
        var promised = PROMISED.get(response.statusCode());
        if (promised != null && !response.headers().hasHeaderWithName(promised)) {
            complaints.add("no header " + promised);
        }
    }

    /** Nothing is kept by caches, unless the file says that the answer is for everybody. */
    private static void checkCaches(
            String path, Optional<JsonNode> success, Response response, List<String> complaints) {
        var isForEverybody = success.map(answer -> answer.at("/headers/Cache-Control"))
                .map(CONTRACT::resolved)
                .map(header -> header.at("/schema/pattern").asText())
                .filter(pattern -> !pattern.isEmpty() && !pattern.equals("no-store"))
                .isPresent();
        if (path.startsWith("/v1/") && !isForEverybody && !"no-store".equals(response.header("Cache-Control"))) {
            complaints.add("caches may keep it: " + response.header("Cache-Control"));
        }
    }

    private static void checkBody(Optional<JsonNode> own, Response response, byte[] body, List<String> complaints) {
        var contents = own.orElse(CONTRACT.generalAnswer()).path("content");
        if (contents.isEmpty()) {
            if (body.length > 0) {
                complaints.add("a body where there should be none");
            }
            return;
        }
        var mediaType = mediaType(response.contentType());
        var content = contents.has("*/*") ? contents.get("*/*") : contents.path(mediaType);
        if (content.isMissingNode()) {
            complaints.add("media type not documented: '" + mediaType + "'");
        } else if (mediaType.endsWith("json") && !contents.has("*/*")) {
            checkJson("answer", content.get("schema"), body, complaints).ifPresent(json -> {
                if (mediaType.equals(Contract.PROBLEM)) {
                    checkCode(own, json, response.statusCode(), complaints);
                }
            });
        }
    }

    private static void checkCode(Optional<JsonNode> own, JsonNode problem, int status, List<String> complaints) {
        var code = status + " " + problem.path("code").asText();
        if (problem.path("status").asInt() != status) {
            complaints.add("the problem says status " + problem.path("status"));
        }
        if (Stream.concat(own.stream(), Stream.of(CONTRACT.generalAnswer()))
                .flatMap(CONTRACT::codes)
                .noneMatch(code::equals)) {
            complaints.add("code not documented for this operation: " + code);
        }
    }

    private static void checkRequest(JsonNode documented, Request request, List<String> complaints) {
        var json = documented.path("content").path("application/json");
        if (json.isMissingNode()
                || isNothing(request.body()) && !documented.path("required").asBoolean()) {
            return;
        }
        if (!mediaType(request.contentType()).equals("application/json")) {
            complaints.add("granted a request of media type " + request.contentType());
        }
        Object body = request.body();
        var bytes = body instanceof byte[] raw ? raw : String.valueOf(body).getBytes(StandardCharsets.UTF_8);
        checkJson("granted the request", json.get("schema"), bytes, complaints);
    }

    /** Generated Java clients write {@code null} for a body that they leave out. */
    private static boolean isNothing(@Nullable Object body) {
        return body == null || Set.of("", "null").contains(body.toString());
    }

    private static Optional<JsonNode> checkJson(String what, JsonNode schema, byte[] bytes, List<String> complaints) {
        try {
            var json = JSON.readTree(bytes);
            CONTRACT.violations(schema, json).forEach(violation -> complaints.add(what + violation));
            return Optional.of(json);
        } catch (IOException e) {
            complaints.add(what + ": unreadable JSON");
            return Optional.empty();
        }
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
    }

    /** What was asked: a body is a text or bytes. */
    record Request(
            String method,
            String uri,
            @Nullable String contentType,
            @Nullable Object body) {}
}
