package dev.latchkey.access;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.kernel.Secret;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.tokens.TokenReason;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;

/**
 * Opens the operator's endpoints. The right key is never held back, however many strangers guess: it is too long to be guessed, and
 * their guesses must not shut the operator out. Wrong keys are counted, so that guessing is held back and on record.
 */
@ApplicationScoped
class OperatorKey {

    static final String TYPE = "operator";

    private final OperatorSettings access;
    private final AuditedLimits counting;
    private final CallerLimits callers;
    private final OperatorLimit.Settings settings;

    OperatorKey(
            OperatorSettings access, AuditedLimits counting, CallerLimits callers, OperatorLimit.Settings settings) {
        this.access = access;
        this.counting = counting;
        this.callers = callers;
        this.settings = settings;
    }

    void require(String token) {
        if (!is(token)) {
            counting.spend(
                    callers.buckets(OperatorLimit.OPERATOR_FAILURES, settings).toList(),
                    AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null));
            throw TokenReason.TOKEN_INVALID.refusal();
        }
    }

    /** Hashes first, so that the comparison takes the same time for every token. */
    private boolean is(String token) {
        return access.operatorKey()
                .filter(key -> MessageDigest.isEqual(new Secret(key).hash(), new Secret(token).hash()))
                .isPresent();
    }
}
