package dev.latchkey;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latchkey.kernel.Refusal.Kind;
import dev.latchkey.kernel.Refusal.Reason;
import dev.latchkey.support.Contract;
import dev.latchkey.support.Endpoints;
import dev.latchkey.support.Limits;
import dev.latchkey.support.Outline;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code and {@code openapi.yaml} say the same. That each exchange does too, is what {@code support.Exchanges} sees to. */
class ContractTest {

    private static final Contract FILE = Contract.read();

    private static final List<Class<?>> CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.latchkey").stream()
                    .filter(type -> !type.getPackageName().matches("dev\\.latchkey\\.(boot|standalone)"))
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    @Test
    void code_and_file_say_the_same() {
        var differences = Stream.of(operations(), codes(), Limits.differences(FILE, CODE))
                .flatMap(Function.identity())
                .toList();

        if (!differences.isEmpty()) {
            fail(
                    "The code and openapi.yaml differ in %d places:%n%s",
                    differences.size(), String.join("\n", differences));
        }
    }

    @Test
    void every_example_fits_its_schema() {
        assertThat(FILE.wrongExamples()).isEmpty();
    }

    private static Stream<String> operations() {
        var file = FILE.outlines();
        var code = Endpoints.of(CODE.stream());
        var both = new TreeSet<>(file.keySet());
        both.retainAll(code.keySet());
        return Stream.concat(
                missing(file.keySet(), code.keySet()),
                both.stream().flatMap(name -> Outline.differences(name, file.get(name), code.get(name))));
    }

    private static Stream<String> codes() {
        var code = CODE.stream()
                .filter(Class::isEnum)
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .flatMap(ContractTest::code)
                .collect(toCollection(TreeSet::new));
        return missing(FILE.codes(), code);
    }

    private static Stream<String> missing(Set<String> file, Set<String> code) {
        return Stream.concat(
                file.stream().filter(one -> !code.contains(one)).map(one -> one + ": only in the file"),
                code.stream().filter(one -> !file.contains(one)).map(one -> one + ": only in the code"));
    }

    /** A reason, or what is refused outside the domain: an enum with a code and a status of its own. */
    private static Stream<String> code(Object constant) {
        var status = constant instanceof Reason reason
                ? Optional.<Object>of(status(reason.kind()))
                : said(constant, "status");
        return status.flatMap(number -> said(constant, "code").map(code -> number + " " + code)).stream();
    }

    private static Optional<Object> said(Object constant, String method) {
        var type = ((Enum<?>) constant).getDeclaringClass();
        return Stream.of(type.getDeclaredMethods(), type.getMethods())
                .flatMap(Stream::of)
                .filter(one -> one.getName().equals(method) && one.getParameterCount() == 0)
                .findFirst()
                .map(one -> invoked(one, constant));
    }

    private static Object invoked(Method method, Object constant) {
        try {
            method.setAccessible(true);
            return method.invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static int status(Kind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case OUT_OF_RANGE -> 416;
            case UNPROCESSABLE -> 422;
            case UNCONDITIONAL -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}
