package dev.latchkey.boot;

import dev.latchkey.kernel.Loopback;
import dev.latchkey.standalone.GivenConfig;
import java.net.URI;
import java.util.Optional;

/** Letters lead people to these addresses with a secret in hand, so a stranger on the way must not see where they go. */
enum AddressRule {
    PORTAL("latchkey.portal-url", "LATCHKEY_PORTAL_URL", "https://portal.example.com/{slug}"),
    STAFF("latchkey.staff-url", "LATCHKEY_STAFF_URL", "https://staff.example.com");

    private static final String SLUG = "{slug}";

    private final String name;
    private final String variable;
    private final String example;

    AddressRule(String name, String variable, String example) {
        this.name = name;
        this.variable = variable;
        this.example = example;
    }

    Optional<String> brokenBy(GivenConfig configured) {
        return configured
                .value(name)
                .map(this::brokenBy)
                .orElseGet(() -> Optional.of(variable + " is missing: set it to an address such as " + example + "."));
    }

    private Optional<String> brokenBy(String address) {
        if (!isPrivateOnTheWay(address.replace(SLUG, "slug"))) {
            return Optional.of(variable + " must be an https address such as " + example
                    + ", without a query or a fragment (http is for this machine's own addresses).");
        }
        if (example.contains(SLUG) && !address.contains(SLUG)) {
            return Optional.of(
                    variable + " must say with {slug} where the clinic's name belongs, as in " + example + ".");
        }
        return Optional.empty();
    }

    private static boolean isPrivateOnTheWay(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && Loopback.isLoopback(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
