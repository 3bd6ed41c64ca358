package dev.latchkey.input;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestQuery;

/** Says where in a request something is wrong, in the caller's words. */
public final class FieldErrors {

    private FieldErrors() {}

    /**
     * The path of a violation begins with the method's and the argument's names; what follows is the caller's, and nothing when it is all
     * of the body.
     */
    public static FieldError of(ConstraintViolation<?> violation, Method called) {
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(node -> node.getIndex() == null ? node.getName() : node.getIndex() + "/" + node.getName())
                .toList();
        var leaf = names.get(names.size() - 1);
        var isParameter = names.size() == 2 ? isParameter(called, leaf) : isParameter(violation.getLeafBean(), leaf);
        var pointer = isParameter
                ? "query/" + leaf
                : names.stream().skip(2).map(name -> "/" + name).collect(joining());
        return new FieldError(pointer, "invalid", violation.getMessage());
    }

    private static boolean isParameter(Method called, String name) {
        return Arrays.stream(called.getParameters())
                .anyMatch(argument -> argument.getName().equals(name) && argument.isAnnotationPresent(RestQuery.class));
    }

    /** Several lists share some parameters, which come to them in one bean. */
    private static boolean isParameter(Object bean, String name) {
        return Arrays.stream(bean.getClass().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name) && field.isAnnotationPresent(RestQuery.class));
    }

    public static FieldError of(JsonMappingException mapping) {
        var pointer = new StringBuilder();
        for (var step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return new FieldError(pointer.toString(), "unreadable", "This member is unknown or not of the type asked for.");
    }
}
