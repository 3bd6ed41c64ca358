package dev.latchkey.passwords;

import dev.latchkey.ratelimit.Limit;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** The limits of staff sign-in: of strangers, by the networks they come from, and of browsers that a member has signed in with before. */
@ConfigMapping(prefix = "latchkey.staff.limits")
interface StaffLimitSettings {

    /** A stranger who guesses from elsewhere takes nothing from the member, who may be at home. */
    @WithDefault("10/15m")
    List<Limit> failuresPerEmailAndIp();

    @WithDefault("30/15m")
    List<Limit> failuresPerEmailAndNetwork();

    @WithDefault("90/15m")
    List<Limit> failuresPerEmailAndSite();

    @WithDefault("50/15m")
    List<Limit> failuresPerIp();

    @WithDefault("200/15m")
    List<Limit> failuresPerNetwork();

    @WithDefault("800/15m")
    List<Limit> failuresPerSite();

    /** Of all strangers together: browsers that were not signed in before, wherever they are. */
    @WithDefault("100/24h")
    List<Limit> failuresPerAccount();

    /** Of a browser that was signed in before, and of a session. */
    @WithDefault("10/15m,50/24h")
    List<Limit> failuresPerDevice();

    @WithDefault("20/24h")
    List<Limit> wrongCodesPerPassword();

    /** However often the password is changed meanwhile, and wherever they come from. */
    @WithDefault("100/24h")
    List<Limit> wrongCodesPerMember();

    @WithDefault("10/15m,50/24h")
    List<Limit> resetAsksPerIp();

    @WithDefault("60/15m")
    List<Limit> resetAsksPerNetwork();

    @WithDefault("240/15m")
    List<Limit> resetAsksPerSite();

    /** Beyond, nothing is sent and nothing cancelled: otherwise a stranger could keep a member from ever using one. */
    @WithDefault("1/60s,5/1h,10/24h")
    List<Limit> resetsPerEmail();
}
