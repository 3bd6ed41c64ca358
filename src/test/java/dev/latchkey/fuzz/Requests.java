package dev.latchkey.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.support.Contract;
import dev.latchkey.support.ContractOperation;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request of an operation, right or wrong, as the dice have it. */
final class Requests {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "get");
    private static final List<String> NO_IDS = List.of(
            "garbage",
            "0",
            "%27",
            "%00",
            "%ED%A0%80",
            "%C0%AF",
            "..",
            "%2e%2e",
            "a%2Fb",
            ";a=b",
            "1-1-1-1-1",
            "01994c21-7a10-7c3e-9b52-6f1d2e3a4b0",
            "%F0%9F%98%80",
            "a".repeat(2_000));
    private static final List<String> NO_VALUES = List.of(
            "", "%00", "%C3%28", "nonsense", "0", "-1", "101", "99999999999999999999", "true", "a".repeat(2_000));
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json;charset=utf-8",
            "application/json; charset=utf-16",
            "APPLICATION/JSON",
            "text/plain",
            "application/xml",
            "application/jsonx",
            "application/merge-patch+json",
            "*/*",
            "nonsense",
            "/",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "Multipart/Form-Data; boundary=x",
            "application/x-www-form-urlencoded",
            "application/octet-stream");

    /** Any operation may get them. */
    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Accept", List.of("*/*", "application/json", "text/html", "nonsense", "application/json;q=0", "")),
            Map.entry("Accept-Encoding", List.of("gzip", "identity;q=0", "nonsense")),
            Map.entry("Accept-Language", List.of("de", "nonsense;q=7")),
            Map.entry("X-Request-Id", List.of("one", "a".repeat(128), "a".repeat(129), "a b", "\u00e9")),
            Map.entry("Idempotency-Key", List.of("one", "two", "a".repeat(200), "a".repeat(201), "a b", "\u00e9", "")),
            Map.entry(
                    "If-Match",
                    List.of("*", "\"0\"", "W/\"0\"", "\"0\", \"1\"", "nonsense", "\"", "a".repeat(201), "")),
            Map.entry("If-None-Match", List.of("*", "\"0\"", "W/\"0\"", "nonsense", "\"", "")),
            Map.entry("If-Range", List.of("\"0\"", "Sun, 06 Nov 1994 08:49:37 GMT", "nonsense")),
            Map.entry(
                    "Range",
                    List.of("bytes=0-1", "bytes=-1", "bytes=9-", "bytes=5-1", "bytes=0-1,2-3", "items=0-1", "bytes=x")),
            Map.entry("Content-Encoding", List.of("gzip", "identity", "nonsense")),
            Map.entry("Origin", List.of("http://localhost:5173", "https://evil.example.org", "null", "nonsense")),
            Map.entry("traceparent", List.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "nonsense")),
            Map.entry("Latchkey-Device", List.of("AZlMISoQfD6bUm8dAZlMISoQfD6bUm8d", "nonsense", "a".repeat(201))),
            Map.entry("Cookie", List.of("__Host-latchkey-client=x", "__Host-latchkey-staff=x", "nonsense", "a=\"")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE")));

    private final Contract contract;
    private final Memory memory;
    private final Dice dice;
    private final Values values;

    Requests(Contract contract, Memory memory, Dice dice) {
        this.contract = contract;
        this.memory = memory;
        this.dice = dice;
        this.values = new Values(contract, memory, dice);
    }

    GeneratedRequest next(ContractOperation operation) {
        var path = path(operation) + query(operation);
        var headers = headers(operation, path);
        var method = dice.isIn(94) ? operation.method() : dice.one(METHODS);
        return new GeneratedRequest(method, path, headers, body(operation, headers));
    }

    private String path(ContractOperation operation) {
        var collection = operation.path().replaceFirst("/\\{.*", "");
        return VARIABLE.matcher(operation.path()).replaceAll(variable -> {
            var name = variable.group(1).equals("id") ? collection : variable.group(1);
            var known = memory.some(dice.isIn(85) ? name : "id", dice);
            var value = dice.isIn(88) && known.isPresent() ? known.get() : dice.one(NO_IDS);
            return Matcher.quoteReplacement(URLEncoder.encode(value, UTF_8).replace("%25", "%"));
        });
    }

    private String query(ContractOperation operation) {
        var query = new StringBuilder();
        operation
                .parametersIn("query")
                .filter(parameter -> dice.isIn(40))
                .forEach(parameter -> add(query, parameter.get("name").asText(), value(parameter)));
        if (dice.isIn(3)) {
            add(query, dice.one(List.of("unknown", "limit", "cursor", "%00", "")), "1");
        }
        return query.toString();
    }

    private String value(JsonNode parameter) {
        var name = parameter.get("name").asText();
        return dice.isIn(75)
                ? URLEncoder.encode(
                        values.make(name.equals("cursor") ? "nextCursor" : name, parameter.get("schema"))
                                .asText(),
                        UTF_8)
                : dice.one(NO_VALUES);
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }

    private Map<String, String> headers(ContractOperation operation, String path) {
        var headers = new HashMap<String, String>();
        HEADERS.forEach((name, some) -> {
            if (dice.isIn(2)) {
                headers.put(name, dice.one(some));
            }
        });
        if (operation.headers().contains("if-match") && dice.isIn(85)) {
            headers.putIfAbsent(
                    "If-Match", memory.etag(path).filter(any -> dice.isIn(50)).orElse("*"));
        }
        if (operation.headers().contains("idempotency-key") && dice.isIn(30)) {
            headers.putIfAbsent("Idempotency-Key", new UUID(dice.below(1000), 0).toString());
        }
        if (operation.takesABody()) {
            var form = operation.takesJson() ? "application/json" : "multipart/form-data; boundary=x";
            headers.put("Content-Type", dice.isIn(95) ? form : dice.one(TYPES));
        }
        return headers;
    }

    private @Nullable String body(ContractOperation operation, Map<String, String> headers) {
        if (!operation.takesABody()) {
            return dice.isIn(2) ? "{}" : null;
        }
        if (!operation.takesJson()) {
            return new MadeForm(dice).next();
        }
        var good = values.make("", operation.schema());
        var kind = dice.below(10);
        return kind == 0 ? null : kind < 6 ? good.toString() : new Damage(dice).make(good);
    }

    record GeneratedRequest(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body) {

        @Override
        public String toString() {
            return "%s %s %s %s".formatted(method, cut(path), headers, cut(String.valueOf(body)));
        }

        private static String cut(String text) {
            return text.length() > 500 ? text.substring(0, 500) + "… of " + text.length() : text;
        }
    }
}
