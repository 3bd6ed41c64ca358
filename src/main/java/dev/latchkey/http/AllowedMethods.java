package dev.latchkey.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says which methods a path of the contract takes, and refuses the others. The framework looks at one class of endpoints for each path, and takes a
 * path that two of them share for one that is not there.
 */
@ApplicationScoped
class AllowedMethods {

    private static final Set<HttpMethod> KNOWN = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);
    private static final Pattern OF_THE_CONTRACT = Pattern.compile("/++(?:v1|\\.well-known)(?:[/;].*+)?+");

    private final OpenApiDocument contract;

    AllowedMethods(OpenApiDocument contract) {
        this.contract = contract;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterChain.METHODS);
    }

    private void check(RoutingContext context) {
        var path = context.normalizedPath();
        var allowed = contract.methodsOf(path);
        if (isAskedByABrowser(context)) {
            context.next();
        } else if (allowed.isPresent()) {
            check(context, allowed.get());
        } else if (OF_THE_CONTRACT.matcher(path).matches()) {
            ProblemResponses.refuse(context, Problem.of(WebReason.NOT_FOUND));
        } else {
            checkOurPage(context);
        }
    }

    private static void check(RoutingContext context, Set<String> allowed) {
        var method = context.request().method();
        if (method.equals(HttpMethod.OPTIONS)) {
            ProblemResponses.addHeaders(context.response())
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, String.join(", ", allowed))
                    .end();
        } else if (allowed.contains(method.name())) {
            context.next();
        } else {
            refuse(context, String.join(", ", allowed));
        }
    }

    /** The framework knows their methods, but not what a method may be called. */
    private static void checkOurPage(RoutingContext context) {
        if (KNOWN.contains(context.request().method())) {
            context.next();
        } else {
            refuse(context, OpenApiDocument.ONLY_READ);
        }
    }

    private static void refuse(RoutingContext context, String allowed) {
        context.response().putHeader(HttpHeaders.ALLOW, allowed);
        ProblemResponses.refuse(context, FrameworkProblem.METHOD_NOT_ALLOWED.problem());
    }

    /** Before a request of another origin's page; what it may send, the framework says. */
    private static boolean isAskedByABrowser(RoutingContext context) {
        var headers = context.request().headers();
        return context.request().method().equals(HttpMethod.OPTIONS)
                && headers.contains(HttpHeaders.ORIGIN)
                && headers.contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }
}
