package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This package knows no letter by name: a new one is added to its feature, with its templates, and changes nothing here. */
class LeavingLettersToTheirFeaturesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PARAMETER = Pattern.compile("\\{@dev\\.latchkey\\.(\\w+)\\.(\\w+) letter}");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.latchkey");

    @Test
    void finds_no_content_among_the_classes_of_this_package() {
        assertThat(contents()).isNotEmpty().allSatisfy(letter -> assertThat(letter.getPackageName())
                .isNotEqualTo(LetterContent.class.getPackageName()));
    }

    @Test
    void finds_one_kind_for_each_content_beside_it() {
        assertThat(kinds().stream().map(kind -> kind.content().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        contents().map(JavaClass::getName).toList());
        assertThat(kinds()).allSatisfy(kind -> assertThat(kind.content().getPackage())
                .isEqualTo(kind.getClass().getPackage()));
        assertThat(kinds().stream().map(LetterKind::name)).doesNotHaveDuplicates();
    }

    @Test
    void finds_both_templates_of_each_kind_in_the_folder_of_its_feature() {
        assertThat(kinds()).isNotEmpty().allSatisfy(kind -> {
            var folder = kind.template().substring(0, kind.template().indexOf('/'));
            assertThat(kind.content().getPackageName()).isEqualTo("dev.latchkey." + folder);
            assertThat(TEMPLATES.resolve(kind.template() + ".txt")).exists();
            assertThat(TEMPLATES.resolve(kind.template() + ".html")).exists();
        });
    }

    @Test
    void finds_no_template_of_a_letter_elsewhere() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty().allSatisfy(file -> {
                var parameter = PARAMETER.matcher(Files.readString(file));
                if (parameter.find()) {
                    assertThat(file.getParent()).isEqualTo(TEMPLATES.resolve(parameter.group(1)));
                }
            });
        }
    }

    private static Stream<JavaClass> contents() {
        return CLASSES.get(LetterContent.class).getAllSubclasses().stream();
    }

    static List<LetterKind> kinds() {
        return CLASSES.get(LetterKind.class).getAllSubclasses().stream()
                .filter(kind -> !kind.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(kind -> (LetterKind) made(kind.reflect()))
                .toList();
    }

    private static Object made(Class<?> kind) {
        try {
            Constructor<?> constructor = kind.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
