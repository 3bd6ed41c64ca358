package dev.latchkey.support;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.latchkey.bounces.SignedByMailProvider;
import dev.latchkey.http.ETags;
import dev.latchkey.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * What the resource classes say of each operation. A request record has the name of its schema; an answer record that name and
 * {@code View}; {@code Page<XView>} and {@code Page<XSummaryView>} are {@code XPage}. A header is one that the method declares,
 * {@code Idempotency-Key} when it or what it calls is {@code @Idempotent}, or {@code If-None-Match} when it reads a resource that has an
 * entity tag, or {@code Latchkey-Signature} when it is {@code @SignedByMailProvider}.
 */
public final class Endpoints {

    /** By the method, after what the caller takes. */
    private static final Map<String, String> CHOSEN = Map.of(
            "getContract", "application/yaml, text/yaml",
            "getLocationPicture", "image/png, image/jpeg");

    private static final String OURS = "dev.latchkey.";
    private static final Set<String> WRAPPERS = Set.of("RestResponse", "Uni", "CompletionStage");
    private static final Map<String, String> SCHEMES =
            Map.of("client", "clientToken", "choice", "choiceToken", "operator", "operatorKey");

    private Endpoints() {}

    /** By method and path, those that are the contract's business. */
    public static Map<String, Outline> of(Stream<Class<?>> classes) {
        var resources =
                classes.filter(type -> type.isAnnotationPresent(Path.class)).toList();
        var code = new ClassFileImporter().importClasses(resources);
        return resources.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> verb(method).isPresent() && Contract.covers(path(method)))
                .collect(toMap(
                        method -> verb(method).orElseThrow() + " " + path(method),
                        method -> outline(method, code),
                        (one, other) -> {
                            throw new AssertionError("two methods for one operation");
                        },
                        TreeMap::new));
    }

    private static Optional<String> verb(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        return Stream.of(method.getDeclaringClass(), method)
                .map(element -> element.getAnnotation(Path.class))
                .filter(path -> path != null)
                .flatMap(path -> Stream.of(path.value()
                        .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}")
                        .split("/")))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> "/" + segment)
                .collect(joining());
    }

    private static Outline outline(Method method, JavaClasses code) {
        var inputs = Input.of(method, path(method));
        var headers = Input.names(inputs, Input.Place.HEADER);
        if (isIdempotent(method, code)) {
            headers.add("idempotency-key");
        }
        if (method.isAnnotationPresent(GET.class)
                && ETags.TaggedAnswer.class.isAssignableFrom(raw(unwrapped(method.getGenericReturnType())))) {
            headers.add("if-none-match");
        }
        if (method.isAnnotationPresent(SignedByMailProvider.class)) {
            headers.add("latchkey-signature");
        }
        var form = Input.names(inputs, Input.Place.FORM);
        var body = inputs.stream()
                .filter(input -> input.place() == Input.Place.BODY)
                .findFirst();
        var answer = unwrapped(method.getGenericReturnType());
        return new Outline(
                Input.names(inputs, Input.Place.PATH),
                Input.names(inputs, Input.Place.QUERY),
                headers,
                form,
                form.isEmpty() && body.isEmpty() ? "" : requestMediaType(method, form.isEmpty()),
                body.map(input -> input.type().getSimpleName()).orElse(""),
                successStatus(method, answer),
                responseMediaType(method, answer),
                schemaName(answer),
                security(method));
    }

    private static boolean isIdempotent(Method method, JavaClasses code) {
        var read = code.get(method.getDeclaringClass()).getMethod(method.getName(), method.getParameterTypes());
        return read.isAnnotatedWith(Idempotent.class)
                || read.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().isAnnotatedWith(Idempotent.class));
    }

    private static String requestMediaType(Method method, boolean json) {
        return said(method, Consumes.class)
                .map(consumes -> String.join(", ", consumes.value()))
                .orElse(json ? "application/json" : "multipart/form-data");
    }

    private static int successStatus(Method method, Type answer) {
        var said = method.getAnnotation(ResponseStatus.class);
        return said != null ? said.value() : isNothing(answer) ? 204 : 200;
    }

    /** Our own records are JSON; anything else that does not say is bytes of whatever type they are. */
    private static String responseMediaType(Method method, Type answer) {
        if (isNothing(answer)) {
            return "";
        }
        if (CHOSEN.containsKey(method.getName())) {
            return CHOSEN.get(method.getName());
        }
        return said(method, Produces.class)
                .map(produces -> String.join(", ", produces.value()))
                .orElse(schemaName(answer).isEmpty() ? "*/*" : "application/json");
    }

    private static String schemaName(Type answer) {
        if (answer instanceof ParameterizedType page
                && raw(answer).getSimpleName().equals("Page")) {
            return raw(page.getActualTypeArguments()[0]).getSimpleName().replaceAll("(Summary)?View$", "") + "Page";
        }
        var type = raw(answer);
        return type.getName().startsWith(OURS) ? type.getSimpleName().replaceAll("View$", "") : "";
    }

    /** Schemes, each with the right it asks for; empty for everybody. The method's word goes before the class'. */
    private static SortedSet<String> security(Method method) {
        for (var place : List.<AnnotatedElement>of(method, method.getDeclaringClass())) {
            if (place.isAnnotationPresent(PermitAll.class)) {
                return new TreeSet<>();
            }
            if (place.isAnnotationPresent(RolesAllowed.class)) {
                return Stream.of(place.getAnnotation(RolesAllowed.class).value())
                        .map(role -> SCHEMES.getOrDefault(role, "staffToken " + role))
                        .collect(toCollection(TreeSet::new));
            }
        }
        return new TreeSet<>(Set.of("unsaid"));
    }

    private static <A extends Annotation> Optional<A> said(Method method, Class<A> annotation) {
        return Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
                .filter(place -> place.isAnnotationPresent(annotation))
                .map(place -> place.getAnnotation(annotation))
                .findFirst();
    }

    private static Type unwrapped(Type type) {
        return type instanceof ParameterizedType wrapper
                        && WRAPPERS.contains(raw(type).getSimpleName())
                ? unwrapped(wrapper.getActualTypeArguments()[0])
                : type;
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        return type instanceof Class<?> known ? known : Object.class;
    }

    private static boolean isNothing(Type type) {
        return type == void.class || type == Void.class;
    }
}
