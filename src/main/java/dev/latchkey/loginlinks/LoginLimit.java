package dev.latchkey.loginlinks;

import dev.latchkey.ratelimit.Limit;
import dev.latchkey.ratelimit.NamedLimit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.function.Function;

/**
 * How many login links are sent, and how often strangers may guess one. They count in the acts: by the mailbox or the client that a request
 * names, and a failure once it is one. What counts by the address alone stands at the endpoints.
 */
public enum LoginLimit implements NamedLimit<LoginLimit.Settings> {
    LOGIN_FAILURES(Settings::loginFailuresPerIp, Settings::loginFailuresPerNetwork, Settings::loginFailuresPerSite),
    LOGIN_LINK_REQUESTS_PER_MAILBOX(Settings::loginLinkRequestsPerMailbox),
    LOGIN_LINK_SENDINGS_PER_STAFF_MEMBER(Settings::loginLinkSendingsPerStaffMember),
    LOGIN_LINK_SENDINGS_PER_CLIENT(Settings::loginLinkSendingsPerClient),
    NO_RECORD_LETTERS_PER_DOMAIN(Settings::noRecordLettersPerDomain),
    NO_RECORD_LETTERS_PER_CLINIC(Settings::noRecordLettersPerClinic),
    NO_RECORD_LETTERS(Settings::noRecordLetters),
    PROFILE_SWITCHES_PER_SESSION(Settings::profileSwitchesPerSession),
    SECOND_ANSWER_FAILURES_PER_MAILBOX(Settings::secondAnswerFailuresPerMailbox);

    private final List<Function<Settings, List<Limit>>> settings;

    @SafeVarargs
    LoginLimit(Function<Settings, List<Limit>>... settings) {
        this.settings = List.of(settings);
    }

    @Override
    public List<Function<Settings, List<Limit>>> settings() {
        return settings;
    }

    @ConfigMapping(prefix = "latchkey.limits")
    interface Settings {

        @WithDefault("20/15m")
        List<Limit> loginFailuresPerIp();

        @WithDefault("80/15m")
        List<Limit> loginFailuresPerNetwork();

        @WithDefault("320/15m")
        List<Limit> loginFailuresPerSite();

        /** Beyond, nothing is sent and nothing cancelled: otherwise a stranger could keep a client locked out. */
        @WithDefault("1/60s,5/1h,10/24h")
        List<Limit> loginLinkRequestsPerMailbox();

        @WithDefault("30/1h")
        List<Limit> loginLinkSendingsPerStaffMember();

        @WithDefault("5/1h")
        List<Limit> loginLinkSendingsPerClient();

        @WithDefault("20/1h")
        List<Limit> noRecordLettersPerDomain();

        @WithDefault("50/1h")
        List<Limit> noRecordLettersPerClinic();

        @WithDefault("100/1h")
        List<Limit> noRecordLetters();

        /** Each signs a token and is put on record for good. */
        @WithDefault("30/15m")
        List<Limit> profileSwitchesPerSession();

        /** Over all links that are sent there: a year of birth is one of a hundred. */
        @WithDefault("10/24h")
        List<Limit> secondAnswerFailuresPerMailbox();
    }
}
