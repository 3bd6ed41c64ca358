package dev.latchkey;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.latchkey.ArchitectureTest.CLASSES;
import static dev.latchkey.ArchitectureTest.HOUSE;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import dev.latchkey.audit.Audit;
import dev.latchkey.ratelimit.CallerAddress;
import dev.latchkey.ratelimit.CallerLimits;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules that every file keeps. The map is in {@link ArchitectureTest}. */
class HouseStyleTest {

    @Test
    void endpoints_are_called_through_http_alone() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .notHaveModifier(JavaModifier.PUBLIC)
                .andShould()
                .haveSimpleNameEndingWith("Resource")
                .check(CLASSES);
    }

    @Test
    void endpoints_ask_the_questions_that_a_repository_names() {
        noClasses()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .callMethodWhere(target(owner(assignableTo(PanacheRepositoryBase.class)))
                        .and(target(nameMatching("(find|list|stream|delete)(All|ById.*)?|count|update"))))
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .that()
                .areTopLevelClasses()
                .and()
                .doNotHaveFullyQualifiedName(HOUSE + "clinics.Service") // a word of the clinics' own
                .should()
                .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Mapper|Dto)")
                .check(CLASSES);
    }

    /** It would wait for the nodes that wait for the migration. */
    @Test
    void no_index_is_made_concurrently() throws IOException {
        try (var changes = Files.list(java.nio.file.Path.of("src/main/resources/db/changes"))) {
            assertThat(changes).isNotEmpty().allSatisfy(file -> assertThat(Files.readString(file))
                    .doesNotContainPattern("(?i)create( unique)? index concurrently"));
        }
    }

    /** Nodes of the version before go on working meanwhile: in one transaction, they would wait for all tables, or it for them. */
    @Test
    void an_index_on_a_table_that_is_there_is_made_by_itself() throws IOException {
        try (var changes = Files.list(java.nio.file.Path.of("src/main/resources/db/changes"))) {
            assertThat(changes.filter(file -> file.getFileName().toString().compareTo("20261127") > 0))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .matches("(?si).*runInTransaction:false.*|(?!.*create( unique)? index ).*"));
        }
    }

    /** A reader looks for what came before in the folder, and every installation must have gone the same way. */
    @Test
    void migrations_are_included_in_the_order_of_their_names() throws IOException {
        var included = Pattern.compile("file: db/changes/(\\S+)")
                .matcher(Files.readString(java.nio.file.Path.of("src/main/resources/db/changelog.yaml")))
                .results()
                .map(found -> found.group(1));

        try (var changes = Files.list(java.nio.file.Path.of("src/main/resources/db/changes"))) {
            var inOrder = changes.map(file -> file.getFileName().toString()).sorted();
            assertThat(included).containsExactlyElementsOf(inOrder.toList());
        }
    }

    /** Otherwise Hibernate keeps a plan for every time it is asked, finds none of them again, and compares with all of them. */
    @Test
    void a_question_in_sql_for_one_value_names_its_column() throws IOException {
        try (var sources = Files.walk(java.nio.file.Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(
                            file -> assertThat(Files.readString(file))
                                    .doesNotContainPattern(
                                            "createNativeQuery\\((?:(?!\\.class)[^;])*\\b(Boolean|Integer|Long|String|UUID)\\.class\\)(?!\\s*\\.addScalar)"));
        }
    }

    /** Otherwise a caller is counted by one network alone, and a caller with 65,536 of those has as many budgets. */
    @Test
    void callers_are_counted_by_every_network_around_them() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Audit.class.getName()) // tells callers apart, and counts none
                .and()
                .doNotHaveFullyQualifiedName(CallerLimits.class.getName())
                .should()
                .accessClassesThat()
                .areAssignableTo(CallerAddress.class)
                .check(CLASSES.that(not(assignableTo(CallerAddress.class))));
    }

    /** An upgrade may silently change what the class leans on, and the developer who upgrades must learn where to look. */
    @Test
    void each_class_of_the_framework_is_guarded_by_a_test_that_names_the_upgrade() throws IOException {
        var tests = sources("src/test/java").collect(joining("\n"));
        var guarded = Pattern.compile("Guards ((?:\\{@code \\w+}| and )+) when [^.]+ is upgraded")
                .matcher(tests.replaceAll("\\s*\\n\\s*\\*\\s*", " "))
                .results()
                .map(found -> found.group(1))
                .collect(joining());

        try (var classes = Files.list(java.nio.file.Path.of("src/main/java/dev/latchkey/framework"))) {
            assertThat(classes.map(file -> file.getFileName().toString().replace(".java", ""))
                            .filter(name -> !name.equals("package-info")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(guarded).contains("{@code " + name + "}"));
        }
    }

    private static Stream<String> sources(String root) throws IOException {
        try (var files = Files.walk(java.nio.file.Path.of(root))) {
            var texts = new ArrayList<String>();
            for (var file :
                    files.filter(file -> file.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts.stream();
        }
    }

    /** A sentence that names the caller, the member or the stranger says who does it, and one with these words leaves it to be guessed. */
    @Test
    void sentences_say_who_does_it() throws IOException {
        var words = "([Nn]obody|[Ss]omebody|[Aa]nybody|[Ww]hoever|[Aa]new|[Rr]eckon[a-z]*)(s|'s)?(?![A-Za-z])";
        var value = "[A-Za-z\"`\\[:-]"; // such as "nobody", which the contract knows
        var sentence = Pattern.compile("(?<!%s)%s|(?<=\")%s(?= )".formatted(value, words, words));

        var texts = texts();
        assertThat(texts).hasSizeGreaterThan(700);
        assertThat(texts.entrySet().stream().flatMap(text -> sentence.matcher(text.getValue())
                        .results()
                        .map(found -> text.getKey() + ": " + found.group())))
                .isEmpty();
    }

    /** All that is read by people: sources, properties, pages, letters, the contract and what comes with the containers. */
    private static Map<String, String> texts() throws IOException {
        var texts = new TreeMap<String, String>();
        for (var root : List.of("README.md", "src", "docker")) {
            try (var files = Files.walk(java.nio.file.Path.of(root))) {
                for (var file : files.filter(HouseStyleTest::isRead).toList()) {
                    texts.put(file.toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static boolean isRead(java.nio.file.Path file) {
        return file.toString().matches(".*\\.(java|properties|md|html|yaml|cfg|sh|json)|.*/templates/.*\\.txt");
    }

    /** An operation that moves is then mended in one place. {@code CallingAWrongPathTest} is about how a path is written. */
    @Test
    void tests_leave_the_paths_of_the_api_to_their_support() throws IOException {
        try (var tests = Files.walk(java.nio.file.Path.of("src/test/java"))) {
            assertThat(tests.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.getParent().endsWith("support"))
                            .filter(file -> !file.endsWith("CallingAWrongPathTest.java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("\"/v" + "1"));
        }
    }

    /** It is a front page, and the pages behind it have the rest. */
    @Test
    void the_readme_is_read_in_two_minutes() throws IOException {
        var readme = java.nio.file.Path.of("README.md");

        assertThat(Files.size(readme)).isLessThanOrEqualTo(8_192);
        assertThat(Files.readAllLines(readme))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(140));
    }

    /** Tests are split by situation, never by length. */
    @Test
    void no_class_is_longer_than_200_lines() throws IOException {
        try (var sources = Files.walk(java.nio.file.Path.of("src/main"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(200));
        }
    }
}
