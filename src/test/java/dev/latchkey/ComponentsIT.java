package dev.latchkey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the application is made of: the jars, the bill of materials and the page on security say the same. */
class ComponentsIT {

    private static final Path LIBRARIES = Path.of("target", "quarkus-app", "lib");
    private static final Path BILL_OF_MATERIALS = Path.of("target", "bom.json");
    private static final Path PAGE = Path.of("src", "main", "resources", "docs", "security.md");

    /** {@code | `org.postgresql:postgresql` | 42.7.12 | …}. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.-]+):([a-z0-9-]+)` \\| ([^ ]+) \\|");

    /** Their modules are made for each other. */
    private static final List<String> FAMILIES = List.of("io.netty", "io.vertx", "org.hibernate.orm");

    private final List<JsonNode> components = components();

    private static List<JsonNode> components() {
        try {
            return new ObjectMapper()
                    .readTree(BILL_OF_MATERIALS.toFile())
                    .get("components")
                    .valueStream()
                    .toList();
        } catch (IOException e) {
            throw new AssertionError("the build made no bill of materials", e);
        }
    }

    @Test
    void the_bill_of_materials_lists_each_jar_and_no_other() throws IOException {
        try (var files = Files.walk(LIBRARIES)) {
            var jars = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jar"))
                    .collect(toSet());

            assertThat(listed()).isNotEmpty().isEqualTo(jars);
        }
    }

    /** By the names that Quarkus gives the jars; the application itself lies elsewhere. */
    private Set<String> listed() {
        return components.stream()
                .filter(component -> !text(component, "group").equals("dev.latchkey"))
                .map(component -> text(component, "group") + "." + text(component, "name") + "-"
                        + text(component, "version") + ".jar")
                .collect(toSet());
    }

    @Test
    void each_component_that_was_overridden_is_there_as_the_page_says() throws IOException {
        var versions = components.stream()
                .collect(groupingBy(
                        component -> text(component, "group") + ":" + text(component, "name"),
                        mapping(component -> text(component, "version"), toSet())));

        var rows = ROW.matcher(Files.readString(PAGE)).results().toList();

        assertThat(rows).hasSizeGreaterThan(5).allSatisfy(row -> assertThat(
                        versions.get(row.group(1) + ":" + row.group(2)))
                .as(row.group())
                .isEqualTo(Set.of(row.group(3))));
    }

    @Test
    void each_family_has_one_version() {
        var versions = components.stream()
                .filter(component -> FAMILIES.contains(text(component, "group")))
                .collect(groupingBy(
                        component -> text(component, "group"),
                        mapping(component -> text(component, "version"), toSet())));

        assertThat(new TreeSet<>(versions.keySet())).containsAll(new TreeSet<>(FAMILIES));
        assertThat(versions)
                .allSatisfy((family, ones) -> assertThat(ones).as(family).hasSize(1));
        assertThat(jackson()).hasSize(1);
    }

    /** The annotations alone have no number of a fix. */
    private Set<String> jackson() {
        return components.stream()
                .filter(component -> text(component, "group").startsWith("com.fasterxml.jackson")
                        && !text(component, "name").equals("jackson-annotations"))
                .map(component -> text(component, "version"))
                .collect(toSet());
    }

    private static String text(JsonNode component, String member) {
        return component.path(member).asText();
    }
}
