package dev.latchkey.support;

import static java.util.stream.Collectors.toCollection;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One thing that a resource method takes from the request, itself or in a bean. */
record Input(Place place, String name, Class<?> type) {

    enum Place {
        PATH(RestPath.class, PathParam.class),
        QUERY(RestQuery.class, QueryParam.class),
        HEADER(RestHeader.class, HeaderParam.class),
        FORM(RestForm.class, FormParam.class),
        BODY,
        /** What the framework hands in. */
        ELSEWHERE;

        private final Set<Class<? extends Annotation>> annotations;

        @SafeVarargs
        Place(Class<? extends Annotation>... annotations) {
            this.annotations = Set.of(annotations);
        }

        private Optional<Annotation> findOn(AnnotatedElement element) {
            return Stream.of(element.getAnnotations())
                    .filter(annotation -> annotations.contains(annotation.annotationType()))
                    .findFirst();
        }
    }

    static List<Input> of(Method method, String path) {
        return Stream.of(method.getParameters())
                .flatMap(parameter -> of(parameter, parameter.getName(), parameter.getType(), path))
                .toList();
    }

    static SortedSet<String> names(List<Input> inputs, Place place) {
        return inputs.stream()
                .filter(input -> input.place == place)
                .map(Input::name)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Input> of(AnnotatedElement element, String name, Class<?> type, String path) {
        for (var place : Place.values()) {
            var annotation = place.findOn(element);
            if (annotation.isPresent()) {
                return Stream.of(new Input(place, named(annotation.get(), name, place), type));
            }
        }
        if (isBean(element, type)) {
            return fields(type)
                    .flatMap(field -> of(field, field.getName(), field.getType(), path))
                    .filter(input -> input.place != Place.BODY);
        }
        if (path.contains("{" + name + "}")) {
            return Stream.of(new Input(Place.PATH, name, type));
        }
        var ours = type.getName().startsWith("dev.latchkey.");
        return Stream.of(new Input(ours ? Place.BODY : Place.ELSEWHERE, name, type));
    }

    private static boolean isBean(AnnotatedElement element, Class<?> type) {
        return element.isAnnotationPresent(BeanParam.class)
                || fields(type).anyMatch(field -> Stream.of(Place.values())
                        .anyMatch(place -> place.findOn(field).isPresent()));
    }

    private static Stream<Field> fields(Class<?> type) {
        return Stream.of(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()));
    }

    /** As annotated, else as the framework derives it from the Java name. */
    private static String named(Annotation annotation, String javaName, Place place) {
        var said = value(annotation);
        if (place != Place.HEADER) {
            return said.isEmpty() ? javaName : said;
        }
        var header = said.isEmpty() ? javaName.replaceAll("(?<!^)([A-Z])", "-$1") : said;
        return header.toLowerCase(Locale.ROOT);
    }

    private static String value(Annotation annotation) {
        try {
            return (String) annotation.annotationType().getMethod("value").invoke(annotation);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
