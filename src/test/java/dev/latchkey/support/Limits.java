package dev.latchkey.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.input.NonNullIfPresent;
import jakarta.validation.Constraint;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * What the members of a request may be, by the file and by the code: both are asked about the same values, at the edges of what they
 * may take. Only rules that a schema cannot tell, such as what is a time zone, may make the code refuse more.
 */
public final class Limits {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    private static final List<Object> TEXTS = Stream.of(
                    Stream.of(
                                    "0 0.0 0.000 1 1.5 1.55 1.555 1.5555 1.55555 99.99 100.00 100.000 100.01 99999.999 100000 100000.000"
                                            + " 100000.001 100001 1234567 9999999.9999 12345678 -1 +1 1e3 1. .5 AUD aud a-b a--b -ab"
                                            + " https://example.org http://example.org pending cancelled")
                            .flatMap(texts -> Stream.of(texts.split(" "))),
                    IntStream.of(
                                    0, 1, 2, 3, 11, 12, 63, 64, 65, 100, 101, 128, 129, 200, 201, 254, 255, 256, 500,
                                    501, 2000, 2001)
                            .boxed()
                            // In the file a character is a code point, of which Java may need two of its own.
                            .flatMap(length -> Stream.of("a".repeat(length), "😀".repeat(length))))
            .<Object>flatMap(texts -> texts)
            .toList();

    private static final Map<Class<?>, List<Object>> PROBES = Map.of(
            String.class,
            TEXTS,
            Integer.class,
            List.of(-1, 0, 1, 4, 5, 6, 1439, 1440, 1441),
            LocalDate.class,
            Stream.of("0000-01-01", "1582-10-10", "1999-12-31", "2000-01-01", "2099-12-31", "2100-01-01")
                    .<Object>map(LocalDate::parse)
                    .toList());

    private final Contract file;

    private Limits(Contract file) {
        this.file = file;
    }

    public static Stream<String> differences(Contract file, List<Class<?>> code) {
        var limits = new Limits(file);
        return file.requests().entrySet().stream().flatMap(request -> code.stream()
                .filter(type -> type.getSimpleName().equals(request.getKey()))
                .flatMap(type -> limits.compare(type, request.getValue())));
    }

    private Stream<String> compare(Class<?> type, JsonNode schema) {
        return file.members(schema).flatMap(member -> Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(member.getKey()))
                .flatMap(field -> compare(field, file.resolved(member.getValue()))));
    }

    private Stream<String> compare(Field field, JsonNode schema) {
        if (schema.has("properties")) {
            return Stream.concat(nothing(field, schema), compare(field.getType(), schema));
        }
        if (field.getGenericType() instanceof ParameterizedType list) {
            var item = (Class<?>) list.getActualTypeArguments()[0];
            return Stream.concat(nothing(field, schema), compare(item, file.resolved(schema.get("items"))));
        }
        var values = PROBES.getOrDefault(field.getType(), List.of());
        return Stream.concat(
                nothing(field, schema),
                values.stream()
                        .filter(value -> fileTakes(schema, value) != codeTakes(field, value))
                        .filter(value -> codeTakes(field, value) || !knowsBetter(field))
                        .map(value -> difference(field, value, codeTakes(field, value))));
    }

    private Stream<String> nothing(Field field, JsonNode schema) {
        var codeTakes = !field.isAnnotationPresent(NonNullIfPresent.class) && codeTakes(field, null);
        return fileTakes(schema, null) == codeTakes ? Stream.empty() : Stream.of(difference(field, "null", codeTakes));
    }

    private boolean fileTakes(JsonNode schema, @Nullable Object value) {
        return file.violations(schema, JSON.valueToTree(value instanceof LocalDate ? value.toString() : value))
                .isEmpty();
    }

    private static boolean codeTakes(Field field, @Nullable Object value) {
        return VALIDATOR
                .validateValue(field.getDeclaringClass(), field.getName(), value)
                .isEmpty();
    }

    private static boolean knowsBetter(Field field) {
        return Arrays.stream(field.getAnnotations())
                .map(annotation -> annotation.annotationType())
                .filter(type -> type.getName().startsWith("dev.latchkey."))
                .filter(type -> type.isAnnotationPresent(Constraint.class))
                .anyMatch(type -> type.getAnnotation(Constraint.class).validatedBy().length > 0);
    }

    private static String difference(Field field, Object value, boolean codeTakes) {
        var text = value.toString();
        return "%s.%s: only the %s takes %s"
                .formatted(
                        field.getDeclaringClass().getSimpleName(),
                        field.getName(),
                        codeTakes ? "code" : "file",
                        text.length() > 20 ? text.substring(0, 2) + "… of " + text.length() : "'" + text + "'");
    }
}
