package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.latchkey.input.Line;
import dev.latchkey.input.MultilineText;
import dev.latchkey.kernel.VisibleText;
import dev.latchkey.support.Contract;
import jakarta.validation.Constraint;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.management.ManagementFactory;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/**
 * What judges a caller's text takes a time that grows as the text does, and no faster. Every pattern and every rule of the house is fed
 * 64 KiB of what such things are slow at; the longest body that is no upload has no more.
 */
class LinearPatternsTest {

    private static final List<Integer> LENGTHS =
            List.of(64, 16 * 1024, 64 * 1024); // what is hopeless already fails early
    private static final long HOPELESS = 250_000_000;
    private static final long MOST =
            50_000_000; // ns of the processor; one that is quadratic takes some thousand times as long

    /** Each is repeated until it is long enough. */
    private static final List<String> PIECES =
            List.of("a", "0", ".", "-", " ", "@", "/", ",", "\n", "\ud83d\ude00", "a.", "a-", "0.", "0-", "http://.");

    /** Each follows: what does not fit makes a pattern try all that it might have done otherwise. */
    private static final List<String> ENDS = List.of("\n", "!");

    private static final Set<String> SEARCHING =
            Set.of("find", "replaceAll", "replaceFirst", "split", "splitAsStream", "lookingAt");

    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void patterns_of_the_code() {
        var patterns = Stream.concat(compiled().keySet().stream(), declared()).toList();

        assertThat(patterns).hasSizeGreaterThan(20);
        assertThat(patterns)
                .allSatisfy(pattern ->
                        assertLinear(pattern, text -> pattern.matcher(text).matches()));
    }

    @Test
    void patterns_that_a_text_is_searched_for() {
        var patterns = compiled().entrySet().stream()
                .filter(pattern -> searches(pattern.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(patterns).hasSizeGreaterThan(5);
        assertThat(patterns)
                .allSatisfy(pattern ->
                        assertLinear(pattern, text -> pattern.matcher(text).replaceAll("")));
    }

    private static boolean searches(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call ->
                        SEARCHING.contains(call.getName()) && (isOf(call, Pattern.class) || isOf(call, Matcher.class)));
    }

    @Test
    void patterns_of_the_contract() {
        var patterns = Contract.read().patterns().map(Pattern::compile).toList();

        assertThat(patterns).hasSizeGreaterThan(10);
        assertThat(patterns)
                .allSatisfy(pattern ->
                        assertLinear(pattern, text -> pattern.matcher(text).find()));
    }

    @Test
    void rules_of_every_member_of_a_request() {
        var members = fields().filter(field -> field.getType() == String.class)
                .filter(LinearPatternsTest::isConstrained)
                .toList();

        assertThat(members).hasSizeGreaterThan(40);
        assertThat(members)
                .allSatisfy(member -> assertLinear(
                        member, text -> VALIDATOR.validateValue(member.getDeclaringClass(), member.getName(), text)));
    }

    @Test
    void length_is_judged_before_what_a_text_says() {
        var texts = elements()
                .filter(element -> isPresent(element, Line.class) || isPresent(element, MultilineText.class))
                .toList();

        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(texts).allSatisfy(text -> assertThat(
                        text.getAnnotation(CodePointLength.class).max())
                .isLessThanOrEqualTo(VisibleText.LONGEST));
    }

    /** So that all patterns are found by this test. */
    @Test
    void a_pattern_is_a_constant_of_its_class() {
        var hidden = Set.of("matches", "replaceAll", "replaceFirst", "split");
        var calls = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> isOf(call, String.class) && hidden.contains(call.getName())
                        || isOf(call, Pattern.class) && call.getName().equals("matches")
                        || isOf(call, Pattern.class)
                                && call.getName().equals("compile")
                                && !call.getOrigin().getName().equals("<clinit>"))
                .map(JavaMethodCall::getDescription);

        assertThat(calls).isEmpty();
    }

    private static boolean isOf(JavaMethodCall call, Class<?> owner) {
        return call.getTargetOwner().isEquivalentTo(owner);
    }

    private static Map<Pattern, JavaClass> compiled() {
        return CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getRawType().isEquivalentTo(Pattern.class))
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                .collect(Collectors.toMap(field -> value(field.reflect()), JavaField::getOwner));
    }

    private static Pattern value(Field field) {
        try {
            field.setAccessible(true);
            return (Pattern) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<Pattern> declared() {
        return elements()
                .flatMap(element ->
                        Arrays.stream(element.getAnnotationsByType(jakarta.validation.constraints.Pattern.class)))
                .map(annotation -> Pattern.compile(annotation.regexp()));
    }

    /** Everything that can have a rule: also the elements of a list, and a rule of ours that is made of others. */
    private static Stream<AnnotatedElement> elements() {
        var executables = types().flatMap(type -> Stream.<Executable>concat(
                Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors())));
        var parameters = executables
                .flatMap(executable -> Arrays.stream(executable.getParameters()))
                .toList();
        return Stream.of(
                        types().filter(Class::isAnnotation),
                        fields(),
                        fields().map(Field::getAnnotatedType).flatMap(LinearPatternsTest::parts),
                        parameters.stream(),
                        parameters.stream().map(Parameter::getAnnotatedType).flatMap(LinearPatternsTest::parts))
                .flatMap(Function.identity());
    }

    private static Stream<AnnotatedType> parts(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list
                ? Arrays.stream(list.getAnnotatedActualTypeArguments())
                        .flatMap(part -> Stream.concat(Stream.of(part), parts(part)))
                : Stream.empty();
    }

    private static Stream<Field> fields() {
        return types().flatMap(type -> Arrays.stream(type.getDeclaredFields()));
    }

    private static Stream<Class<?>> types() {
        return CLASSES.stream().map(JavaClass::reflect);
    }

    private static boolean isConstrained(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(Constraint.class));
    }

    private static boolean isPresent(AnnotatedElement element, Class<? extends Annotation> annotation) {
        return element.isAnnotationPresent(annotation);
    }

    /** By the time that the thread itself had of a processor, the best of some: a busy machine makes no difference to it. */
    private static void assertLinear(Object what, Consumer<String> judge) {
        for (var length : LENGTHS) {
            for (var text : texts(length)) {
                assertThat(least(judge, text))
                        .as("ns for %s, fed with %d of %s…", what, length, text.substring(0, 16))
                        .isLessThanOrEqualTo(MOST);
            }
        }
    }

    private static long least(Consumer<String> judge, String text) {
        return LongStream.range(0, 5)
                .map(time -> cost(judge, text))
                .filter(cost -> cost <= MOST || cost > HOPELESS)
                .findFirst()
                .orElse(HOPELESS);
    }

    private static List<String> texts(int length) {
        return PIECES.stream()
                .flatMap(piece -> ENDS.stream().map(end -> piece.repeat(length / piece.length()) + end))
                .toList();
    }

    private static long cost(Consumer<String> judge, String text) {
        var threads = ManagementFactory.getThreadMXBean();
        var begin = threads.getCurrentThreadCpuTime();
        judge.accept(text);
        return threads.getCurrentThreadCpuTime() - begin;
    }
}
