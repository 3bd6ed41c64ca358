package dev.latchkey.access;

import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.kernel.Secret;
import dev.latchkey.ratelimit.CallerLimits;
import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.Limit.Bucket;
import dev.latchkey.tokens.TokenReason;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.List;

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
    private final Settings settings;

    OperatorKey(OperatorSettings access, AuditedLimits counting, CallerLimits callers, Settings settings) {
        this.access = access;
        this.counting = counting;
        this.callers = callers;
        this.settings = settings;
    }

    void require(String token) {
        if (!is(token)) {
            var refused =
                    AuditEntry.of(LimitAction.LIMITED, Actor.visitor(), null).because("operator-failures");
            counting.spend(failures(), refused);
            throw TokenReason.TOKEN_INVALID.refusal();
        }
    }

    private List<Bucket> failures() {
        var limits = new CallerLimits.Limits(
                settings.failuresPerIp(), settings.failuresPerNetwork(), settings.failuresPerSite());
        return callers.buckets("wrong operator keys", limits).toList();
    }

    /** Hashes first, so that the comparison takes the same time for every token. */
    private boolean is(String token) {
        return access.operatorKey()
                .filter(key -> MessageDigest.isEqual(new Secret(key).hash(), new Secret(token).hash()))
                .isPresent();
    }

    @ConfigMapping(prefix = "latchkey.operator.limits")
    interface Settings {

        @WithDefault("10/15m")
        List<Limit> failuresPerIp();

        @WithDefault("20/15m")
        List<Limit> failuresPerNetwork();

        @WithDefault("80/15m")
        List<Limit> failuresPerSite();
    }
}
