package dev.latchkey.access;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often strangers may guess the operator's key. It counts in the act, because right keys are never counted. */
public enum OperatorLimit implements NamedLimit<OperatorLimit.Settings> {
    OPERATOR_FAILURES(
            Settings::operatorFailuresPerIp, Settings::operatorFailuresPerNetwork, Settings::operatorFailuresPerSite);

    private final List<Function<Settings, List<Limit>>> settings;

    @SafeVarargs
    OperatorLimit(Function<Settings, List<Limit>>... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("10/15m")
        List<Limit> operatorFailuresPerIp();

        @WithDefault("20/15m")
        List<Limit> operatorFailuresPerNetwork();

        @WithDefault("80/15m")
        List<Limit> operatorFailuresPerSite();
    }
}
