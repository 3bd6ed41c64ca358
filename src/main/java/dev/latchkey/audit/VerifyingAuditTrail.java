package dev.latchkey.audit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.RecurringJob;
import dev.latchkey.overload.Bulkhead;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Verifies what was sealed. A caller who asks gets a short chain verified whole, and of a long one what is new and one more slice. The
 * background verifies all of them, slice by slice, so that everything is read once in a while, also if no caller asks.
 */
@ApplicationScoped
public class VerifyingAuditTrail implements RecurringJob {

    private static final int CHAINS_AT_ONCE = 20;
    private static final int WAITING = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AuditChains chains;
    private final AuditedLimits limits;
    private final AuditLimit.Settings limitSettings;
    private final Settings settings;
    private final Clock clock;
    private final Bulkhead bulkhead = new Bulkhead(1, PATIENCE, WAITING);

    VerifyingAuditTrail(
            AuditChains chains,
            AuditedLimits limits,
            AuditLimit.Settings limitSettings,
            Settings settings,
            Clock clock) {
        this.chains = chains;
        this.limits = limits;
        this.limitSettings = limitSettings;
        this.settings = settings;
        this.clock = clock;
    }

    /** One at a time. A caller who waits for their turn holds no connection meanwhile. */
    public Verification verify(UUID chain, Actor by) {
        limits.spend(
                AuditLimit.AUDIT_VERIFICATIONS.buckets(limitSettings, chain).toList(),
                AuditEntry.of(LimitAction.LIMITED, by, AuditTrail.INSTALLATION.equals(chain) ? null : chain));
        try (var ignored = bulkhead.acquire()) {
            return requiringNew().call(() -> look(chain));
        }
    }

    private Verification look(UUID chain) {
        return chains.isLongerThan(settings.verifiedAtOnce(), chain)
                ? chains.verifyFurther(chain, settings.verifiedAtOnce(), settings.verifyWholeEvery())
                : chains.verify(chain, clock.instant());
    }

    @Override
    public String name() {
        return "verify-audit-trail";
    }

    @Override
    public Duration pause() {
        return settings.verifyEvery();
    }

    @Override
    public void run() {
        requiringNew()
                .call(() -> chains.findDue(CHAINS_AT_ONCE, settings.verifyWholeEvery()))
                .forEach(chain -> requiringNew()
                        .call(() ->
                                chains.verifyFurther(chain, settings.verifiedAtOnce(), settings.verifyWholeEvery())));
    }

    @ConfigMapping(prefix = "latchkey.audit")
    interface Settings {

        /** How many events one question reads at most: a third of a second of one processor. */
        @WithDefault("10000")
        int verifiedAtOnce();

        /** The pause between two slices in the background. */
        @WithDefault("PT1M")
        Duration verifyEvery();

        /** How old the last look at everything may become. */
        @WithDefault("PT24H")
        Duration verifyWholeEvery();
    }
}
