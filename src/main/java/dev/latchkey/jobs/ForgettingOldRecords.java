package dev.latchkey.jobs;

import static io.quarkus.narayana.jta.QuarkusTransaction.requiringNew;
import static java.util.Comparator.comparing;

import io.quarkus.arc.All;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Asks each feature to forget, a little at a time, what is older than a clinic looks back. What happened stays in the audit trail. */
@ApplicationScoped
class ForgettingOldRecords implements RecurringJob {

    private static final int AT_ONCE = 500;

    private final List<Retention> features;
    private final Settings settings;
    private final Clock clock;

    ForgettingOldRecords(@All List<Retention> features, Settings settings, Clock clock) {
        this.features = features.stream().sorted(comparing(Retention::extra)).toList();
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-old-login-records";
    }

    @Override
    public Duration pause() {
        return settings.forgetEvery();
    }

    /** One that fails does not keep the others from it; this run counts as failed, and comes again soon. */
    @Override
    public void run() {
        var failed = new IllegalStateException("some old records were not forgotten");
        var before = clock.instant().minus(settings.keep());
        for (var feature : features) {
            try {
                forget(feature, before.minus(feature.extra()));
            } catch (RuntimeException e) {
                failed.addSuppressed(e);
            }
        }
        if (failed.getSuppressed().length > 0) {
            throw failed;
        }
    }

    private static void forget(Retention feature, Instant before) {
        var some = true;
        while (some) {
            some = requiringNew().call(() -> feature.forget(before, AT_ONCE)) > 0;
        }
    }

    @ConfigMapping(prefix = "latchkey.login.history")
    interface Settings {

        /** A year and a month: a client who comes once a year still finds the clinic knowing what it sent. */
        @WithDefault("400d")
        Duration keep();

        @WithDefault("1h")
        Duration forgetEvery();
    }
}
