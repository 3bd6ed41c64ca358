package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.kernel.Refusal;
import dev.latchkey.kernel.Refusal.Kind;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.ratelimit.RateLimits;
import dev.latchkey.support.Reasons;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A limit on failures is for those who guess, and takes nothing from a caller whose request failed otherwise. */
@QuarkusTest
class CountingWrongGuessesTest {

    /** By its code. A reason that is added here must be thrown where failures are counted, or it counts nothing. */
    private static final List<String> GUESSES = List.of(
            "choice-token-invalid",
            "credentials-wrong",
            "email-confirmation-unusable",
            "login-code-wrong",
            "login-link-expired",
            "login-link-revoked",
            "login-link-superseded",
            "login-link-unknown",
            "login-link-used",
            "password-reset-unusable",
            "password-wrong",
            "profile-ref-unknown",
            "second-answer-wrong",
            "second-factor-code-wrong",
            "second-factor-token-invalid",
            "second-question-failed");

    @Inject
    AuditedLimits counting;

    @Inject
    RateLimits limits;

    @Test
    void these_reasons_are_guesses_and_no_others() {
        assertThat(Reasons.all().stream().filter(Refusal.Reason::isGuess).map(Refusal.Reason::code))
                .containsExactlyInAnyOrderElementsOf(GUESSES);
    }

    @TestFactory
    Stream<DynamicTest> counts_a_guess_and_refunds_every_other_refusal() {
        return Reasons.all().stream()
                .map(reason -> dynamicTest(reason.code(), () -> assertThat(counts(reason.refusal()))
                        .isEqualTo(GUESSES.contains(reason.code()))));
    }

    @Test
    void refunds_what_failed_without_a_refusal() {
        assertThat(counts(new IllegalStateException("the database is gone"))).isFalse();
    }

    @Test
    void refunds_a_right_guess() {
        var bucket = bucket();

        assertThat(counting.countFailures(bucket, refused(), () -> "in")).isEqualTo("in");

        assertThat(tryOnceMore(bucket)).isTrue();
    }

    private boolean counts(RuntimeException failure) {
        var bucket = bucket();
        assertThatThrownBy(() -> counting.countFailures(bucket, refused(), () -> {
                    throw failure;
                }))
                .isSameAs(failure);
        return !tryOnceMore(bucket);
    }

    private static List<Bucket> bucket() {
        return List.of(new Limit(1, Duration.ofHours(1)).bucket("guesses of", UUID.randomUUID()));
    }

    private boolean tryOnceMore(List<Bucket> bucket) {
        try {
            limits.spend(bucket);
            return true;
        } catch (Refusal full) {
            assertThat(full.reason().kind()).isEqualTo(Kind.TOO_MANY);
            return false;
        }
    }

    private static AuditEntry refused() {
        return AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null);
    }
}
