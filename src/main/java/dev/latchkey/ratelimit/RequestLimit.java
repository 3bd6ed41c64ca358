package dev.latchkey.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/** How often one address may call an endpoint. They stand here, and not in their features, because an annotation takes one enum. */
public enum RequestLimit implements NamedLimit<RequestLimit.Settings> {
    /** All endpoints that take a body of a caller who is not signed in. Many people may share one address. */
    SIGN_IN_REQUESTS(Settings::signInRequests),
    INVITATION_ACCEPTANCES(Settings::invitationAcceptances),
    PASSWORD_RESET_COMPLETIONS(Settings::passwordResetCompletions),
    /** Of mail providers, who have many letters to tell of, and of strangers who sign with a guess. */
    MAIL_EVENT_REQUESTS(Settings::mailEventRequests),
    LOGIN_LINK_REQUESTS(
            Settings::loginLinkRequestsPerIp,
            Settings::loginLinkRequestsPerNetwork,
            Settings::loginLinkRequestsPerSite),
    PASSWORD_RESET_REQUESTS(
            Settings::passwordResetRequestsPerIp,
            Settings::passwordResetRequestsPerNetwork,
            Settings::passwordResetRequestsPerSite);

    private final List<Function<Settings, List<Limit>>> settings;

    /** A network has four times as many, and a site sixteen times: their addresses may all be one caller's, and are never all in use. */
    RequestLimit(Function<Settings, List<Limit>> perIp) {
        this(perIp, perIp.andThen(times(4)), perIp.andThen(times(16)));
    }

    RequestLimit(
            Function<Settings, List<Limit>> perIp,
            Function<Settings, List<Limit>> perNetwork,
            Function<Settings, List<Limit>> perSite) {
        this.settings = List.of(perIp, perNetwork, perSite);
    }

    private static Function<List<Limit>, List<Limit>> times(int more) {
        return limits -> limits.stream()
                .map(limit -> new Limit(limit.count() * more, limit.window()))
                .toList();
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("600/15m")
        List<Limit> signInRequests();

        @WithDefault("60/15m")
        List<Limit> invitationAcceptances();

        @WithDefault("60/15m")
        List<Limit> passwordResetCompletions();

        @WithDefault("6000/15m")
        List<Limit> mailEventRequests();

        @WithDefault("10/15m,50/24h")
        List<Limit> loginLinkRequestsPerIp();

        @WithDefault("60/15m")
        List<Limit> loginLinkRequestsPerNetwork();

        @WithDefault("240/15m")
        List<Limit> loginLinkRequestsPerSite();

        @WithDefault("10/15m,50/24h")
        List<Limit> passwordResetRequestsPerIp();

        @WithDefault("60/15m")
        List<Limit> passwordResetRequestsPerNetwork();

        @WithDefault("240/15m")
        List<Limit> passwordResetRequestsPerSite();
    }
}
