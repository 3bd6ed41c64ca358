package dev.latchkey.audit;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;

import dev.latchkey.jobs.RecurringJob;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** Seals the events of each chain in their order. It runs afterwards, so that writing an event never waits for another writer. */
@ApplicationScoped
class SealingAuditTrail implements RecurringJob {

    private static final int AT_ONCE = 1_000;

    private final AuditTrail trail;
    private final Settings settings;

    SealingAuditTrail(AuditTrail trail, Settings settings) {
        this.trail = trail;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "seal-audit-trail";
    }

    @Override
    public Duration pause() {
        return settings.sealEvery();
    }

    @Override
    public void run() {
        requiringNew().call(trail::chainsThatWait).forEach(this::seal);
    }

    private void seal(UUID chain) {
        var sealed = AT_ONCE;
        while (sealed == AT_ONCE) {
            sealed = requiringNew().call(() -> trail.seal(chain, AT_ONCE));
        }
    }

    @ConfigMapping(prefix = "latchkey.audit")
    interface Settings {

        @WithDefault("5s")
        Duration sealEvery();
    }
}
