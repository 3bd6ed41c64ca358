package dev.latchkey.input;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that the operation does not know, or that has no one value, so that no filter shows more than was asked for. */
class KnownParameters {

    private final Map<Method, Map<String, AnnotatedElement>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        if (method != null) {
            var parameters = known.computeIfAbsent(method, KnownParameters::of);
            request.getUriInfo().getQueryParameters().forEach((name, values) -> check(parameters, name, values));
        }
    }

    private static void check(Map<String, AnnotatedElement> known, String name, List<String> values) {
        var parameter = known.get(name);
        if (parameter == null) {
            throw new InvalidRequest("query", "unknown-parameter", "The contract names the parameters of this list.");
        }
        if (values.size() > 1 || values.get(0).isEmpty() && !mayBeEmpty(parameter)) {
            throw new InvalidRequest("query/" + name, "invalid", "Give it one value, or leave it out.");
        }
    }

    private static boolean mayBeEmpty(AnnotatedElement parameter) {
        var standing = parameter.getAnnotation(DefaultValue.class);
        return standing != null && standing.value().isEmpty();
    }

    private static Map<String, AnnotatedElement> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field -> named(field, field.getName()))
                        : named(parameter, parameter.getName()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<String, AnnotatedElement>> named(AnnotatedElement element, String name) {
        var query = element.getAnnotation(RestQuery.class);
        if (query == null) {
            return Stream.empty();
        }
        return Stream.of(Map.entry(query.value().isEmpty() ? name : query.value(), element));
    }
}
