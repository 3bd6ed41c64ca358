package dev.latchkey.http;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.idempotency.Idempotent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** One class says in which order a request passes what, and it is so. */
@QuarkusTest
class FilterChainTest {

    private static final List<String> SERVER_FILTERS = List.of(
            "MalformedRequestHandler",
            "MalformedRequestHandler",
            "HeaderLines",
            "RequestIds",
            "RequestTimes",
            "LocalNames",
            "Origins",
            "ContentHeaders",
            "OwnPages",
            "AllowedMethods",
            "UploadLimit",
            "UploadConcurrencyLimit",
            "RequestBuffering",
            "WorkerDispatch",
            "UploadLimit");

    private static final Pattern HANDLER = Pattern.compile("dev\\.latchkey\\.\\w+\\.(\\w+)\\$\\$Lambda");

    /** What gives a step of a request its place. When the application starts is another matter, and so is the order of bytes. */
    private static final Pattern PLACE =
            Pattern.compile("filters\\.register\\([^;]*, ([^;]+)\\);|\\.order\\((?!ByteOrder|tiff)([^)]*)\\)"
                    + "|\\bpriority = ([^)\\s]+)\\)|(?<!@Observes |@Alternative\\s{1,9})@Priority\\(([^)]*)\\)");

    @ConfigProperty(name = "latchkey.web.local-names-only")
    boolean localNamesOnly;

    @Inject
    Router router;

    @Inject
    BeanManager beans;

    @Test
    void is_what_the_running_application_does() {
        var passed = router.getRoutes().stream()
                .flatMap(route -> HANDLER.matcher(route.toString()).results())
                .map(handler -> handler.group(1));

        assertThat(passed)
                .containsExactlyElementsOf(SERVER_FILTERS.stream()
                        .filter(name -> localNamesOnly || !name.equals("LocalNames"))
                        .toList());
    }

    /** The transaction is the framework's, and begins between the two. */
    @Test
    void has_one_act_for_one_key_around_the_transaction_and_the_answer_inside_of_it() {
        var around = beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, Act.bindings());

        assertThat(around.stream().map(one -> one.getBeanClass().getSimpleName()))
                .containsExactly("Idempotency", "TransactionalInterceptorRequired", "AnswerSerializationInterceptor");
    }

    @Test
    void lists_the_filters_of_the_server_in_their_order() {
        var listed = Arrays.stream(FilterChain.class.getDeclaredFields())
                .map(FilterChainTest::value)
                .toList();
        var inOrder = listed.subList(
                1,
                1
                        + List.of(FilterChain.class.getDeclaredFields()).stream()
                                .map(Field::getName)
                                .toList()
                                .indexOf("UPLOAD_SIZE"));

        assertThat(inOrder)
                .isSortedAccordingTo((one, other) -> Integer.compare(other, one))
                .doesNotHaveDuplicates();
    }

    @Test
    void is_the_only_place_with_a_number() throws IOException {
        var places = sources().entrySet().stream().flatMap(source -> PLACE.matcher(source.getValue())
                .results()
                .map(FilterChainTest::place)
                .map(place -> source.getKey() + ": " + place));

        assertThat(places).hasSizeGreaterThan(10).allSatisfy(place -> assertThat(place)
                .matches("\\w+\\.java: -?FilterChain\\.[A-Z_]+"));
    }

    @Test
    void lists_no_step_that_is_not_there() throws IOException {
        var sources = sources();

        assertThat(Arrays.stream(FilterChain.class.getDeclaredFields()).map(Field::getName))
                .allSatisfy(step -> assertThat(sources.values().stream()
                                .filter(source -> source.matches("(?s).*FilterChain\\." + step + "\\b.*")))
                        .hasSize(1));
    }

    private static int value(Field step) {
        try {
            return step.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static String place(MatchResult match) {
        return Stream.of(1, 2, 3, 4)
                .map(match::group)
                .filter(group -> group != null)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("FilterChain.java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(toMap(file -> file.getFileName().toString(), FilterChainTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Act {

        @Idempotent
        @Transactional
        void run() {}

        static Annotation[] bindings() {
            try {
                return Act.class.getDeclaredMethod("run").getAnnotations();
            } catch (NoSuchMethodException e) {
                throw new AssertionError(e);
            }
        }
    }
}
