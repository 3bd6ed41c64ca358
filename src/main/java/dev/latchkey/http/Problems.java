package dev.latchkey.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.latchkey.framework.DatabaseTrouble;
import dev.latchkey.framework.MultipartErrors;
import dev.latchkey.input.FieldErrors;
import dev.latchkey.input.InvalidRequest;
import dev.latchkey.kernel.Refusal;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Event;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.zone.ZoneRulesException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure into a {@link Problem}. */
class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_MANY_REQUESTS = 429;

    /** For what passes by itself, in the seconds of {@code Retry-After}. */
    static final String SHORTLY = "5";

    private final SecurityIdentity caller;
    private final Event<RightRefused> refused;

    Problems(SecurityIdentity caller, Event<RightRefused> refused) {
        this.caller = caller;
        this.refused = refused;
    }

    @ServerExceptionMapper
    RestResponse<Problem> refused(Refusal refusal) {
        var problem = Problem.of(refusal);
        return refusal.retryAfter().map(wait -> later(problem, seconds(wait))).orElseGet(() -> answer(problem));
    }

    /** The second header is the one of draft-ietf-httpapi-ratelimit-headers: nothing is left, and when there will be. */
    private static RestResponse<Problem> later(Problem problem, String seconds) {
        var answer = answer(problem, HttpHeaders.RETRY_AFTER, seconds);
        if (problem.status() == TOO_MANY_REQUESTS) {
            answer.getHeaders().putSingle("RateLimit", "\"%s\";r=0;t=%s".formatted(problem.code(), seconds));
        }
        return answer;
    }

    /** Rounded up, so that a caller who waits as long as this is not refused again. */
    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(InvalidRequest invalid) {
        return answer(Problem.of(WebReason.INVALID_REQUEST, invalid.fieldErrors()));
    }

    @ServerExceptionMapper
    RestResponse<Problem> invalid(ConstraintViolationException invalid, ResourceInfo called) {
        var fieldErrors = invalid.getConstraintViolations().stream()
                .map(violation -> FieldErrors.of(violation, called.getResourceMethod()))
                .toList();
        return answer(Problem.of(WebReason.INVALID_REQUEST, fieldErrors));
    }

    @ServerExceptionMapper
    RestResponse<Problem> outOfRange(RangeNotSatisfiable outside) {
        return answer(Problem.of(WebReason.RANGE_NOT_SATISFIABLE), "Content-Range", "bytes */" + outside.size());
    }

    /** Names the one exception for which the framework brings an answer of its own. */
    @ServerExceptionMapper(
            value = {JacksonException.class, MismatchedInputException.class},
            priority = FilterChain.UNREADABLE_JSON)
    RestResponse<Problem> unreadable(JacksonException unreadable) {
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return answer(Problem.of(WebReason.INVALID_REQUEST, List.of(FieldErrors.of(mapping))));
        }
        return answer(Problem.of(WebReason.MALFORMED_REQUEST));
    }

    /** What looks like UTF-16 or UTF-32 is taken for it, and may turn out to be neither. */
    @ServerExceptionMapper
    RestResponse<Problem> unreadable(CharConversionException noText) {
        return answer(Problem.of(WebReason.MALFORMED_REQUEST));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    RestResponse<Problem> unauthenticated(SecurityException refused) {
        return refused.getCause() instanceof Refusal refusal
                ? refused(refusal)
                : answer(Problem.of(WebReason.UNAUTHENTICATED));
    }

    /** By a worker, for it is put on record; an upload is refused before it has one. */
    @ServerExceptionMapper
    Uni<RestResponse<Problem>> forbidden(ForbiddenException forbidden, ResourceInfo called) {
        return BlockingOperationControl.isBlockingAllowed()
                ? Uni.createFrom().item(refuseRight(called))
                : Uni.createFrom()
                        .completionStage(Vertx.currentContext()
                                .executeBlocking(() -> refuseRight(called), false)
                                .toCompletionStage());
    }

    private RestResponse<Problem> refuseRight(ResourceInfo called) {
        var why = WhyForbidden.of(caller);
        refused.fire(new RightRefused(called.getResourceMethod().getName(), why));
        return answer(Problem.of(why));
    }

    @ServerExceptionMapper
    RestResponse<Problem> framework(WebApplicationException thrown) {
        if (thrown.getCause() instanceof JacksonException unreadable) {
            return unreadable(unreadable);
        }
        var status = thrown.getResponse().getStatus();
        var problem = status >= 500 ? unexpected(thrown) : FrameworkProblem.of(status);
        return status == METHOD_NOT_ALLOWED
                ? answer(problem, HttpHeaders.ALLOW, OpenApiDocument.ONLY_READ)
                : answer(problem);
    }

    @ServerExceptionMapper
    RestResponse<Problem> failed(Throwable failure) {
        if (MultipartErrors.isUnreadable(failure)) {
            return answer(Problem.of(WebReason.MALFORMED_REQUEST));
        }
        if (MultipartErrors.hasNoRoom(failure)) {
            LOG.error("The disk takes no upload", failure);
            return answer(Problem.of(WebReason.VAULT_UNAVAILABLE));
        }
        if (failure instanceof ZoneRulesException) {
            LOG.warn("This node's Java does not know a clinic's time zone: " + failure.getMessage());
            return answer(Problem.of(WebReason.UNAVAILABLE));
        }
        if (wasOvertaken(failure)) {
            return answer(Problem.of(WebReason.PRECONDITION_FAILED));
        }
        return answer(DatabaseTrouble.behind(failure).map(Problems::unavailable).orElseGet(() -> unexpected(failure)));
    }

    /** Two changes from the same state at once: the second one was made of something that is no longer true. */
    private static boolean wasOvertaken(@Nullable Throwable failure) {
        return failure != null && (failure instanceof OptimisticLockException || wasOvertaken(failure.getCause()));
    }

    private static Problem unavailable(SQLException trouble) {
        LOG.warnf("The database could not do its part, SQLSTATE %s", trouble.getSQLState());
        return Problem.of(WebReason.UNAVAILABLE);
    }

    private static Problem unexpected(Throwable failure) {
        LOG.error("A request failed", failure);
        return FrameworkProblem.INTERNAL_ERROR.problem();
    }

    private static RestResponse<Problem> answer(Problem problem) {
        return switch (problem.status()) {
            case 401 -> answer(problem, HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"latchkey\"");
            case 503 -> answer(problem, HttpHeaders.RETRY_AFTER, SHORTLY);
            default -> answer(problem, HttpHeaders.ALLOW, null);
        };
    }

    private static RestResponse<Problem> answer(Problem problem, String header, @Nullable String value) {
        var answer = RestResponse.ResponseBuilder.<Problem>create(problem.status())
                .entity(problem)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (value == null ? answer : answer.header(header, value)).build();
    }
}
