package dev.latchkey.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contract: the file {@code openapi.yaml}, as it stands. */
@ApplicationScoped
class Contract {

    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

    private final byte[] yaml;
    private final byte[] json;
    private final Map<Pattern, String> methods = new LinkedHashMap<>();

    Contract() {
        try (var file = Contract.class.getResourceAsStream("/openapi.yaml")) {
            yaml = Objects.requireNonNull(file).readAllBytes();
            var tree = new YAMLMapper().readTree(yaml);
            json = tree.toString().getBytes(StandardCharsets.UTF_8);
            tree.get("paths")
                    .properties()
                    .forEach(path -> methods.put(pattern(path.getKey()), methods(path.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be read", e);
        }
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    private static String methods(JsonNode path) {
        var allowed = new TreeSet<String>();
        VERBS.stream().filter(path::has).forEach(verb -> allowed.add(verb.toUpperCase(Locale.ROOT)));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return String.join(", ", allowed);
    }

    /** The same bytes for everybody: anybody may ask for them, and they are many. */
    byte[] yaml() {
        return yaml;
    }

    byte[] json() {
        return json;
    }

    /** The methods a path takes, as the {@code Allow} header lists them. What stands outside of the contract can only be read. */
    String methodsOf(String path) {
        return methods.entrySet().stream()
                .filter(known -> known.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("GET, HEAD");
    }
}
