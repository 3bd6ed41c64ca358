package dev.latchkey.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that the operation does not know, so that a misspelt filter never shows more than was asked for. */
class KnownParameters {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource) {
        var method = resource.getResourceMethod();
        for (var name : request.getUriInfo().getQueryParameters().keySet()) {
            if (method != null
                    && !known.computeIfAbsent(method, KnownParameters::of).contains(name)) {
                throw new InvalidRequest(
                        "query", "unknown-parameter", "The contract names the parameters of this list.");
            }
        }
    }

    private static Set<String> of(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                                .flatMap(field -> named(field, field.getName()))
                        : named(parameter, parameter.getName()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> named(AnnotatedElement element, String name) {
        var query = element.getAnnotation(RestQuery.class);
        if (query == null) {
            return Stream.empty();
        }
        return Stream.of(query.value().isEmpty() ? name : query.value());
    }
}
