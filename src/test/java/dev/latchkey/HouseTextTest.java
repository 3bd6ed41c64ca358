package dev.latchkey;

import static dev.latchkey.ArchitectureTest.CLASSES;
import static dev.latchkey.ArchitectureTest.HOUSE;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.latchkey.input.Email;
import dev.latchkey.input.Line;
import dev.latchkey.input.MultilineText;
import dev.latchkey.input.TypedCode;
import dev.latchkey.passwords.NewPassword;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.CodePointLength;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

/** Each text that a request may bring is a name or line, a text of several lines, or has a format of its own. */
class HouseTextTest {

    /** Formats of their own: what they take is no name that a person reads. */
    private static final Set<Class<? extends Annotation>> FORMATS =
            Set.of(Line.class, MultilineText.class, NewPassword.class, TypedCode.class, Email.class, Pattern.class);

    private static final String OPAQUE = "looked up by its hash: what is none of ours gets the answer of its door";
    private static final String JUDGED = "judged where it is read";

    /** What has none, by its name, and why. */
    private static final Map<String, String> WITHOUT = Map.of(
            "token", OPAQUE,
            "refreshToken", OPAQUE,
            "secondFactorToken", OPAQUE,
            "cursor", OPAQUE,
            "FileChanges.name", JUDGED, // by FileName, as at upload
            "shared", JUDGED,
            "from", JUDGED,
            "to", "of the demo's mailbox, which only looks letters up by it");

    @Test
    void each_text_of_a_request_says_what_it_is() {
        var texts = new TreeMap<String, AnnotatedElement>();
        endpoints().forEach(method -> Arrays.stream(method.getParameters()).forEach(parameter -> {
            var isOne = parameter.isAnnotationPresent(RestQuery.class) || parameter.isAnnotationPresent(RestForm.class);
            if (isOne && parameter.getType() == String.class) {
                texts.put(method.getName() + "." + parameter.getName(), parameter);
            }
            collect(parameter.getParameterizedType(), texts);
        }));

        assertThat(texts).hasSizeGreaterThan(60);
        assertThat(texts).allSatisfy((name, text) -> {
            if (!WITHOUT.containsKey(name) && !WITHOUT.containsKey(name.replaceAll(".*\\.", ""))) {
                assertThat(formats(text)).as(name).isNotEmpty();
            }
        });
        assertThat(WITHOUT.keySet())
                .allSatisfy(name -> assertThat(texts.keySet()).anyMatch(text -> (".." + text).endsWith("." + name)));
    }

    /** And how long it may be, or a sender chooses it. */
    @Test
    void each_line_has_a_length() {
        var free = Stream.of(Line.class, MultilineText.class, NewPassword.class, TypedCode.class)
                .collect(toSet());

        var fields = CLASSES.stream()
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> Arrays.stream(field.getAnnotations())
                        .anyMatch(annotation -> free.contains(annotation.annotationType())))
                .toList();

        assertThat(fields).hasSizeGreaterThan(20);
        assertThat(fields)
                .allMatch(field ->
                        field.isAnnotationPresent(CodePointLength.class) || field.isAnnotationPresent(Pattern.class));
    }

    private static List<Class<? extends Annotation>> formats(AnnotatedElement text) {
        return Arrays.stream(text.getAnnotations())
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> FORMATS.contains(type)
                        || type.isAnnotationPresent(Constraint.class)
                                && type.getName().startsWith(HOUSE))
                .toList();
    }

    private static void collect(Type type, Map<String, AnnotatedElement> texts) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(part -> collect(part, texts));
        }
        if (!(type instanceof Class<?> ours)
                || !ours.getName().startsWith(HOUSE)
                || ours.isEnum()
                || ours.isInterface()) {
            return;
        }
        for (var field : ours.getDeclaredFields()) {
            var name = ours.getSimpleName() + "." + field.getName();
            if (Modifier.isStatic(field.getModifiers())
                    || field.isAnnotationPresent(RestHeader.class)
                    || texts.containsKey(name)) {
                continue;
            }
            if (field.getType() == String.class) {
                texts.put(name, field);
            } else if (field.getType() != ours) {
                collect(field.getGenericType(), texts);
            }
        }
    }

    private static Stream<Method> endpoints() {
        return CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .map(JavaClass::reflect)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }
}
