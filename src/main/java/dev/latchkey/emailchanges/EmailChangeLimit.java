package dev.latchkey.emailchanges;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often clients are asked to confirm an e-mail, and how many wrong secrets a stranger may show. */
public enum EmailChangeLimit implements NamedLimit<EmailChangeLimit.Settings> {
    EMAIL_CHANGES_PER_STAFF_MEMBER(Settings::emailChangesPerStaffMember),
    EMAIL_CHANGES_PER_CLIENT(Settings::emailChangesPerClient),
    EMAIL_CONFIRMATION_FAILURES(
            Settings::emailConfirmationFailuresPerIp,
            Settings::emailConfirmationFailuresPerNetwork,
            Settings::emailConfirmationFailuresPerSite);

    private final List<Function<Settings, List<Limit>>> settings;

    @SafeVarargs
    EmailChangeLimit(Function<Settings, List<Limit>>... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        /** Each is a letter to an address that no one has confirmed yet. */
        @WithDefault("30/1h")
        List<Limit> emailChangesPerStaffMember();

        @WithDefault("5/1h")
        List<Limit> emailChangesPerClient();

        @WithDefault("20/15m")
        List<Limit> emailConfirmationFailuresPerIp();

        @WithDefault("80/15m")
        List<Limit> emailConfirmationFailuresPerNetwork();

        @WithDefault("320/15m")
        List<Limit> emailConfirmationFailuresPerSite();
    }
}
