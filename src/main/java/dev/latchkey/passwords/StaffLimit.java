package dev.latchkey.passwords;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/**
 * How often staff may sign in, and strangers may guess. They count in the acts: by the account or the password, which the body names, and
 * a failure once it is one.
 */
public enum StaffLimit implements NamedLimit<StaffLimit.Settings> {
    STAFF_FAILURES(Settings::staffFailuresPerIp, Settings::staffFailuresPerNetwork, Settings::staffFailuresPerSite),
    STAFF_FAILURES_PER_EMAIL(
            Settings::staffFailuresPerEmailPerIp,
            Settings::staffFailuresPerEmailPerNetwork,
            Settings::staffFailuresPerEmailPerSite),
    STAFF_FAILURES_PER_ACCOUNT(Settings::staffFailuresPerAccount),
    STAFF_FAILURES_PER_DEVICE(Settings::staffFailuresPerDevice),
    WRONG_CODES_PER_PASSWORD(Settings::wrongCodesPerPassword),
    WRONG_CODES_PER_MEMBER(Settings::wrongCodesPerMember),
    PASSWORD_HASHES(Settings::passwordHashesPerIp, Settings::passwordHashesPerNetwork, Settings::passwordHashesPerSite),
    PASSWORD_HASHES_PER_MEMBER(Settings::passwordHashesPerMember),
    SIGN_INS_PER_MEMBER(Settings::signInsPerMember);

    private final List<Function<Settings, List<Limit>>> settings;

    @SafeVarargs
    StaffLimit(Function<Settings, List<Limit>>... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("50/15m")
        List<Limit> staffFailuresPerIp();

        @WithDefault("200/15m")
        List<Limit> staffFailuresPerNetwork();

        @WithDefault("800/15m")
        List<Limit> staffFailuresPerSite();

        /** A stranger who guesses from elsewhere takes nothing from the member, who may be at home. */
        @WithDefault("10/15m")
        List<Limit> staffFailuresPerEmailPerIp();

        @WithDefault("30/15m")
        List<Limit> staffFailuresPerEmailPerNetwork();

        @WithDefault("90/15m")
        List<Limit> staffFailuresPerEmailPerSite();

        /** Of all strangers together: browsers that were not signed in before, wherever they are. */
        @WithDefault("100/24h")
        List<Limit> staffFailuresPerAccount();

        /** Of a browser that was signed in before, and of a session. */
        @WithDefault("10/15m,50/24h")
        List<Limit> staffFailuresPerDevice();

        @WithDefault("20/24h")
        List<Limit> wrongCodesPerPassword();

        /** However often the password is changed meanwhile, and wherever they come from. */
        @WithDefault("100/24h")
        List<Limit> wrongCodesPerMember();

        /** A clinic whose people come in from one address in the morning has room. */
        @WithDefault("100/15m")
        List<Limit> passwordHashesPerIp();

        @WithDefault("400/15m")
        List<Limit> passwordHashesPerNetwork();

        @WithDefault("1600/15m")
        List<Limit> passwordHashesPerSite();

        @WithDefault("60/15m")
        List<Limit> passwordHashesPerMember();

        @WithDefault("60/1h")
        List<Limit> signInsPerMember();
    }
}
