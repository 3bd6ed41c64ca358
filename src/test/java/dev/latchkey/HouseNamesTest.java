package dev.latchkey;

import static com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType.SET;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static dev.latchkey.ArchitectureTest.CLASSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of names. The other rules of style are in {@link HouseStyleTest}. */
class HouseNamesTest {

    /** The tests' too: their helpers are read as often. */
    private static final JavaClasses WITH_TESTS = new ClassFileImporter().importPackages("dev.latchkey");

    private static final Pattern QUESTION = Pattern.compile("(is|has|may|can)[A-Z].*");
    private static final Pattern TAKING =
            Pattern.compile("(try(Acquire|Reserve|Spend)|spend|refund|acquire|incrementAnd|addAnd|getAnd).*");
    private static final Pattern GERUND = Pattern.compile("([A-Z][a-z]+?)(.)\\2?ing([A-Z].*)?");
    private static final Pattern PARTICIPLE = Pattern.compile(
            "[A-Z][a-z]*ed|Begun|Chosen|Drawn|Found|Given|Held|Kept|Known|Left|Lost|Made|Paid|Said|Sent|Taken|Thrown|Told|Written");
    private static final Set<String> PREPOSITIONS = Set.of(
            "about", "after", "against", "along", "around", "as", "at", "before", "behind", "between", "by", "for",
            "from", "in", "into", "of", "on", "over", "since", "through", "to", "under", "until", "with", "within",
            "without");

    /** What breaks one of the rules of names below, and why it may. */
    private static final Map<String, String> NAMED_OTHERWISE = Map.of(
            "framework.JsonLog.isLoggable(java.util.logging.LogRecord)",
                    "the framework's name for where a filter may act",
            "files.UploadingFile",
                    "keeps the bytes, then stores the row that names them: no transaction waits for a disk",
            "secondfactor.EnrollingFactor", "starts, and confirms once a code of the key was seen",
            "secondfactor.ProvingFactor", "spends the code, for no code proves anything twice");

    @Test
    void what_is_named_as_a_question_answers_one() {
        noMethods()
                .that()
                .haveNameMatching(QUESTION.pattern())
                .should()
                .haveRawReturnType(void.class)
                .check(WITH_TESTS);
    }

    /** Otherwise a caller who asks twice has spent two. What takes is named try… or by what it does. */
    @Test
    void a_question_takes_and_changes_nothing() {
        noMethods().should().haveNameMatching("(allow|have)([A-Z].*)?").check(WITH_TESTS);

        var takers = methods(WITH_TESTS)
                .filter(method -> QUESTION.matcher(method.getName()).matches())
                .filter(method -> method.getFieldAccesses().stream().anyMatch(access -> access.getAccessType() == SET)
                        || method.getMethodCallsFromSelf().stream()
                                .anyMatch(call -> TAKING.matcher(call.getName()).matches()));
        assertThat(otherwise(takers.map(JavaMethod::getFullName))).isEmpty();
    }

    /** Factories aside, which are static: {@code Money.of}. */
    @Test
    void no_method_is_a_preposition() {
        var bare = methods(WITH_TESTS)
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !isRecordComponent(method))
                .filter(method -> PREPOSITIONS.contains(method.getName()))
                .map(JavaMethod::getFullName);
        assertThat(otherwise(bare)).isEmpty();
    }

    /** {@code redeeming.redeem(token)}. Jobs aside, which are run. */
    @Test
    void a_use_case_is_a_gerund_and_its_method_the_verb() {
        var verbless = CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(ApplicationScoped.class))
                .filter(type -> type.getRawInterfaces().isEmpty())
                .filter(transacts())
                .filter(type -> GERUND.matcher(type.getSimpleName()).matches())
                .filter(type -> type.getMethods().stream()
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .noneMatch(method -> method.getName().startsWith(verb(type))))
                .map(JavaClass::getFullName);
        assertThat(otherwise(verbless)).isEmpty();
    }

    @Test
    void no_two_types_share_a_name() {
        var shared = WITH_TESTS.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName, Collectors.mapping(JavaClass::getName, Collectors.toList())));
        assertThat(shared.values()).allSatisfy(types -> assertThat(types).hasSize(1));
    }

    @Test
    void no_type_is_a_participle() {
        var participles = WITH_TESTS.stream()
                .filter(type -> !type.isAnnotation())
                .filter(type -> PARTICIPLE.matcher(type.getSimpleName()).matches())
                .map(JavaClass::getName);
        assertThat(otherwise(participles)).isEmpty();
    }

    @Test
    void few_names_break_a_rule() {
        assertThat(NAMED_OTHERWISE).hasSizeLessThanOrEqualTo(5);
    }

    private static Stream<JavaMethod> methods(JavaClasses classes) {
        return classes.stream().flatMap(type -> type.getMethods().stream()).filter(method -> !method.getModifiers()
                .contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isRecordComponent(JavaMethod method) {
        return method.getOwner().isRecord()
                && method.getRawParameterTypes().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent();
    }

    private static Predicate<JavaClass> transacts() {
        return type -> type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Transactional.class))
                || type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(QuarkusTransaction.class)
                                && !call.getName().equals("isActive"));
    }

    /** Of {@code SuspendingMember} and {@code ChoosingProfile} it is {@code suspend…}, {@code choos…}; of {@code SettingUp} {@code set…}. */
    private static String verb(JavaClass type) {
        var name = GERUND.matcher(type.getSimpleName());
        return name.matches() ? (name.group(1) + name.group(2)).toLowerCase(Locale.ROOT) : "";
    }

    private static Stream<String> otherwise(Stream<String> names) {
        return names.filter(name -> !NAMED_OTHERWISE.containsKey(name.substring(ArchitectureTest.HOUSE.length())));
    }
}
