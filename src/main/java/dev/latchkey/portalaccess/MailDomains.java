package dev.latchkey.portalaccess;

import java.util.Optional;
import java.util.Set;

/** The domains that most mailboxes are at, and what is one slip of the finger away from one. */
final class MailDomains {

    private static final Set<String> COMMON = Set.of(
            "aol.com",
            "bigpond.com",
            "bluewin.ch",
            "free.fr",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.co.uk",
            "hotmail.com",
            "hotmail.de",
            "hotmail.es",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "live.com",
            "me.com",
            "msn.com",
            "optusnet.com.au",
            "orange.fr",
            "outlook.com",
            "outlook.com.au",
            "outlook.de",
            "outlook.es",
            "outlook.fr",
            "proton.me",
            "sfr.fr",
            "t-online.de",
            "telefonica.net",
            "wanadoo.fr",
            "web.de",
            "xtra.co.nz",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.com.au",
            "yahoo.de",
            "yahoo.es",
            "yahoo.fr",
            "ymail.com");

    private static final int SHORTEST = 7; // of "gmx.de" many other names are one letter away

    private MailDomains() {}

    /** The common domain that this one was likely meant to be; none for a common one itself. */
    static Optional<String> findMeant(String domain) {
        return COMMON.contains(domain)
                ? Optional.empty()
                : COMMON.stream()
                        .filter(common -> common.length() >= SHORTEST)
                        .filter(common -> isOneSlipAway(domain, common))
                        .sorted()
                        .findFirst();
    }

    /** One letter too many, too few or wrong, or two that changed places. */
    private static boolean isOneSlipAway(String typed, String meant) {
        if (Math.abs(typed.length() - meant.length()) > 1) {
            return false;
        }
        var same = 0;
        while (same < Math.min(typed.length(), meant.length()) && typed.charAt(same) == meant.charAt(same)) {
            same++;
        }
        var restTyped = typed.substring(same);
        var restMeant = meant.substring(same);
        return isRest(restTyped, restMeant, 1, 0)
                || isRest(restTyped, restMeant, 0, 1)
                || isRest(restTyped, restMeant, 1, 1)
                || isSwapped(restTyped, restMeant);
    }

    private static boolean isRest(String typed, String meant, int ofTyped, int ofMeant) {
        return typed.length() >= ofTyped
                && meant.length() >= ofMeant
                && typed.substring(ofTyped).equals(meant.substring(ofMeant));
    }

    private static boolean isSwapped(String typed, String meant) {
        return typed.length() > 1
                && typed.length() == meant.length()
                && typed.charAt(0) == meant.charAt(1)
                && typed.charAt(1) == meant.charAt(0)
                && typed.substring(2).equals(meant.substring(2));
    }
}
