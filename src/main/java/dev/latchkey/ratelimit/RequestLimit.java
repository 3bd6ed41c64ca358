package dev.latchkey.ratelimit;

import dev.latchkey.ratelimit.CountingRequests.Settings;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How often one address may call an endpoint: a name is the bucket's key, the setting, and what metrics and the audit trail call it. */
public enum RequestLimit {
    /** All endpoints that take a body of a caller who is not signed in. Many people may share one address. */
    SIGN_IN_REQUESTS(Settings::signInRequests),
    INVITATION_ACCEPTANCES(Settings::invitationAcceptances),
    PASSWORD_RESET_COMPLETIONS(Settings::passwordResetCompletions);

    private final Function<Settings, List<Limit>> setting;

    RequestLimit(Function<Settings, List<Limit>> setting) {
        this.setting = setting;
    }

    List<Limit> limits(Settings settings) {
        return setting.apply(settings);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
