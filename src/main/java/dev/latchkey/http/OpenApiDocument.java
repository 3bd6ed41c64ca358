package dev.latchkey.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The contract: the file {@code openapi.yaml}, as it stands; standalone, with the demo clinic's records in the place of the examples'. */
@ApplicationScoped
public class OpenApiDocument {

    /** The methods of what stands outside of the contract, as the {@code Allow} header lists them. */
    static final String ONLY_READ = "GET, HEAD, OPTIONS";

    private static final Pattern SLASH = Pattern.compile("/");
    private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");

    private volatile byte[] yaml;
    private volatile byte[] json;
    private final List<KnownPath> paths = new ArrayList<>();

    OpenApiDocument() {
        try (var file = OpenApiDocument.class.getResourceAsStream("/openapi.yaml")) {
            yaml = Objects.requireNonNull(file).readAllBytes();
            var tree = new YAMLMapper().readTree(yaml);
            json = tree.toString().getBytes(StandardCharsets.UTF_8);
            tree.get("paths")
                    .properties()
                    .forEach(path -> paths.add(new KnownPath(segments(path.getKey()), methods(path.getValue()))));
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be read", e);
        }
    }

    /** Records that are there, by the parameter that names them ({@code ClientId}), so that a page can try the examples out. */
    public void show(Map<String, String> records) {
        var text = new String(yaml, StandardCharsets.UTF_8);
        try {
            var parameters = new YAMLMapper().readTree(text).at("/components/parameters");
            for (var record : records.entrySet()) {
                var example = parameters.at("/" + record.getKey() + "/example").asText();
                text = example.isEmpty() ? text : text.replace(example, record.getValue());
            }
            yaml = text.getBytes(StandardCharsets.UTF_8);
            json = new YAMLMapper().readTree(text).toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> methods(JsonNode path) {
        var allowed = new TreeSet<>(Set.of("OPTIONS"));
        VERBS.stream().filter(path::has).forEach(verb -> allowed.add(verb.toUpperCase(Locale.ROOT)));
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        return Collections.unmodifiableSet(allowed);
    }

    /** The same bytes for every caller: they are public, and they are many. */
    public byte[] yaml() {
        return yaml;
    }

    public byte[] json() {
        return json;
    }

    /** The methods a path takes; nothing, if the contract does not know it. A word counts before a parameter, as for the framework. */
    Optional<Set<String>> methodsOf(String path) {
        var segments = segments(plain(path));
        return paths.stream()
                .filter(known -> known.leadsTo(segments))
                .min(Comparator.comparingLong(KnownPath::parameters))
                .map(KnownPath::methods);
    }

    /** As the framework reads a path: {@code //v1;x=1/me/} is {@code /v1/me}. */
    private static String plain(String path) {
        var words = SLASH.splitAsStream(path)
                .map(word -> word.indexOf(';') < 0 ? word : word.substring(0, word.indexOf(';')))
                .filter(word -> !word.isEmpty());
        return words.collect(Collectors.joining("/", "/", ""));
    }

    private static List<String> segments(String path) {
        return List.of(SLASH.split(path, -1));
    }

    private record KnownPath(List<String> segments, Set<String> methods) {

        long parameters() {
            return segments.stream()
                    .filter(segment -> segment.indexOf('{') >= 0)
                    .count();
        }

        boolean leadsTo(List<String> path) {
            return segments.size() == path.size()
                    && IntStream.range(0, path.size()).allMatch(at -> leadsTo(segments.get(at), path.get(at)));
        }

        /** A segment is a word, or a parameter with what stands around it. */
        private static boolean leadsTo(String known, String segment) {
            var begin = known.indexOf('{');
            if (begin < 0) {
                return segment.equals(known);
            }
            var before = known.substring(0, begin);
            var behind = known.substring(known.indexOf('}') + 1);
            return segment.length() > before.length() + behind.length()
                    && segment.startsWith(before)
                    && segment.endsWith(behind);
        }
    }
}
