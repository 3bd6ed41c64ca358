package dev.latchkey.loginlinks;

import dev.latchkey.jobs.RecurringJob;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets, a little at a time, what is older than a clinic looks back. What happened stays in the audit trail. */
@ApplicationScoped
class ForgettingOldRecords implements RecurringJob {

    private final OldRecords records;
    private final Settings settings;
    private final Clock clock;

    ForgettingOldRecords(OldRecords records, Settings settings, Clock clock) {
        this.records = records;
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

    @Override
    public void run() {
        var before = clock.instant().minus(settings.keep());
        var some = true;
        while (some) {
            some = records.forgetSome(before);
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
