package dev.latchkey.access;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which token an endpoint takes, as the endpoint itself declares it: by the right of a profile choice or of the operator, or as one that
 * {@link SignsOut}. A caller is authenticated before the framework looks for the endpoint, so the paths are collected beforehand.
 */
@ApplicationScoped
class EndpointTokens {

    /** What every other endpoint takes: an access token. */
    static final String ACCESS_TOKEN = "bearer";

    private static final Pattern SLASH = Pattern.compile("/");

    private final List<Endpoint> endpoints;
    private final List<Endpoint> doors;
    private final String operators;

    EndpointTokens(BeanManager beans) {
        var resources = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .toList();
        endpoints = resources.stream()
                .flatMap(resource -> endpointsOf(resource, EndpointTokens::tokenOf))
                .toList();
        doors = resources.stream()
                .flatMap(resource -> endpointsOf(resource, EndpointTokens::noToken))
                .toList();
        operators = root(endpoints.stream()
                .filter(endpoint -> endpoint.token.equals(OperatorKey.TYPE))
                .map(Endpoint::path));
    }

    /** HEAD is answered by the method of GET. A path that is spelt otherwise makes a choice token worth nothing there. */
    String find(String verb, String path) {
        if (isOperators(path)) {
            return OperatorKey.TYPE;
        }
        var segments = segments(path);
        return endpoints.stream()
                .filter(endpoint -> endpoint.verb.equals(verb.equals(HttpMethod.HEAD) ? HttpMethod.GET : verb))
                .filter(endpoint -> endpoint.isAt(segments))
                .map(Endpoint::token)
                .findFirst()
                .orElse(ACCESS_TOKEN);
    }

    /**
     * All paths that begin as those of the operator do, be there an endpoint or not: what is hidden looks like what is not there. But for one that
     * takes no token, and knows its callers otherwise.
     */
    boolean isOperators(String path) {
        return path.startsWith(operators) && doors.stream().noneMatch(door -> door.isAt(segments(path)));
    }

    private static String root(Stream<List<String>> paths) {
        return paths.reduce(EndpointTokens::common)
                .map(common -> String.join("/", common) + "/")
                .orElseThrow();
    }

    private static List<String> common(List<String> one, List<String> other) {
        var same = 0;
        while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
            same++;
        }
        return one.subList(0, same);
    }

    private static Stream<Endpoint> endpointsOf(Class<?> resource, Function<Method, Optional<String>> tokens) {
        return Stream.of(resource.getDeclaredMethods()).flatMap(method -> Stream.of(method.getAnnotations())
                .flatMap(annotation -> verb(annotation).stream())
                .flatMap(verb ->
                        tokens.apply(method).map(token -> new Endpoint(verb, path(resource, method), token)).stream()));
    }

    private static Optional<String> verb(Annotation annotation) {
        return Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class))
                .map(HttpMethod::value);
    }

    private static Optional<String> tokenOf(Method method) {
        if (method.isAnnotationPresent(SignsOut.class)) {
            return Optional.of(SignOutToken.TYPE);
        }
        var allowed = Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .map(rights -> List.of(rights.value()))
                .orElse(List.of());
        return allowed.contains(Right.CHOICE)
                ? Optional.of(ChoiceToken.TYPE)
                : allowed.contains(Right.OPERATOR) ? Optional.of(OperatorKey.TYPE) : Optional.empty();
    }

    private static Optional<String> noToken(Method method) {
        return method.isAnnotationPresent(PermitAll.class) ? Optional.of(ACCESS_TOKEN) : Optional.empty();
    }

    private static List<String> path(Class<?> resource, Method method) {
        var own = method.getAnnotation(Path.class);
        return segments(resource.getAnnotation(Path.class).value() + (own == null ? "" : own.value()));
    }

    private static List<String> segments(String path) {
        return List.of(SLASH.split(path, -1));
    }

    /** Of one verb at one path, whose segments in braces stand for any. */
    private record Endpoint(String verb, List<String> path, String token) {

        boolean isAt(List<String> asked) {
            return asked.size() == path.size()
                    && IntStream.range(0, path.size())
                            .allMatch(n ->
                                    path.get(n).startsWith("{") || path.get(n).equals(asked.get(n)));
        }
    }
}
