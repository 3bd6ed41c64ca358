package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static dev.latchkey.ArchitectureTest.HOUSE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import dev.latchkey.support.Constants;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table belongs to one package: no other names it in SQL, and no other changes its rows. They ask its owner. */
class TableOwnershipTest {

    private static final Pattern MADE =
            Pattern.compile("(?im)^\\s*create (?:or replace )?(table|view) (?:if not exists )?(\\w+)");
    private static final Pattern STATEMENT =
            Pattern.compile("(?i)\\b(select|insert into|update|delete from|lock table|truncate|merge into)\\s");

    /** With those that follow after a comma, each with its alias. */
    private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:from|join|into|update|using|table|truncate)\\s+"
            + "(?:only\\s+)?(\\w+(?:(?:\\s+(?:as\\s+)?\\w+)?\\s*,\\s*\\w+)*)");

    private static final Pattern CHANGED_IN_HQL =
            Pattern.compile("\\b(?:delete(?:\\s+from)?|update|insert\\s+into)\\s+([A-Z][a-z]\\w+)");

    private static final Set<String> CHANGES = Set.of("update", "delete", "deleteAll", "deleteById");

    @Test
    void one_package_names_a_table_in_sql() throws IOException {
        var namedIn = new TreeMap<String, Set<String>>();
        var made = made("table|view");
        for (var type : CLASSES) {
            tablesNamed(type).filter(made::contains).forEach(table -> namedIn.computeIfAbsent(
                            table, __ -> new TreeSet<>())
                    .add(packageOf(type) + "/" + type.getSimpleName()));
        }
        var owners = owners();

        assertThat(namedIn).hasSizeGreaterThan(10).allSatisfy((table, classes) -> {
            var owner = owners.getOrDefault(table, classes.iterator().next().replaceAll("/.*", ""));
            assertThat(classes).as(table).allMatch(each -> each.startsWith(owner + "/"));
        });
    }

    @Test
    void no_other_package_changes_its_rows_in_hql() {
        var owners = entities().collect(Collectors.toMap(JavaClass::getSimpleName, TableOwnershipTest::packageOf));

        var past = CLASSES.stream().flatMap(type -> Constants.of(type)
                .flatMap(text -> CHANGED_IN_HQL.matcher(text).results())
                .map(found -> found.group(1))
                .filter(entity -> !owners.getOrDefault(entity, packageOf(type)).equals(packageOf(type)))
                .map(entity -> type.getName() + " changes " + entity));

        assertThat(past).isEmpty();
    }

    /** A repository is public for its questions, and for the changes that it gives a name. */
    @Test
    void no_other_package_changes_its_rows_past_the_verbs_of_its_repository() {
        var past = CLASSES.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(PanacheRepositoryBase.class))
                .filter(call -> CHANGES.contains(call.getName()))
                .filter(call -> !packageOf(call.getTargetOwner()).equals(packageOf(call.getOriginOwner())))
                .map(JavaMethodCall::getDescription);

        assertThat(past).isEmpty();
    }

    static Set<String> tablesMade() throws IOException {
        return made("table");
    }

    private static Set<String> made(String what) throws IOException {
        var made = new TreeSet<String>();
        try (var changes = Files.list(Path.of("src/main/resources/db/changes"))) {
            for (var change : changes.toList()) {
                MADE.matcher(Files.readString(change))
                        .results()
                        .filter(found -> found.group(1).matches("(?i)" + what))
                        .forEach(found -> made.add(found.group(2)));
            }
        }
        return made;
    }

    /** Also in what a statement is put together from, which names no verb of its own. */
    private static Stream<String> tablesNamed(JavaClass type) {
        var texts = Constants.of(type).toList();
        return texts.stream().noneMatch(text -> STATEMENT.matcher(text).find())
                ? Stream.empty()
                : texts.stream()
                        .flatMap(text -> NAMED.matcher(text).results())
                        .flatMap(list -> Arrays.stream(list.group(1).split(",", -1)))
                        .map(each -> each.strip().split("\\s", -1)[0]);
    }

    private static Map<String, String> owners() {
        var owners = new TreeMap<String, String>();
        entities().forEach(entity -> {
            owners.put(table(entity), packageOf(entity));
            entity.getFields().stream()
                    .flatMap(field -> field.tryGetAnnotationOfType(CollectionTable.class).stream())
                    .forEach(collection -> owners.put(collection.name(), packageOf(entity)));
        });
        return owners;
    }

    private static Stream<JavaClass> entities() {
        return CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class));
    }

    private static String table(JavaClass entity) {
        return entity.tryGetAnnotationOfType(Table.class).map(Table::name).orElseGet(() -> entity.getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT));
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().replace(HOUSE, "");
    }
}
