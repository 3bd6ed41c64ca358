package dev.latchkey.boot;

import dev.latchkey.kernel.Loopback;
import dev.latchkey.standalone.GivenConfig;
import java.net.URI;
import java.util.Optional;

/** Which pages may call the API with a client's cookie. A page that a stranger can write, or change on its way, may not. */
final class OriginRule {

    private static final String LOOSE =
            "QUARKUS_HTTP_CORS_ORIGINS must list the portal's origins one by one, such as https://portal.example.com (http is for this"
                    + " machine's own addresses), for null, a wildcard, a pattern or plain http lets other sites call the API.";

    private OriginRule() {}

    static Optional<String> brokenBy(GivenConfig configured) {
        return configured
                .listed("quarkus.http.cors.origins")
                .filter(origin -> !isOne(origin))
                .findFirst()
                .map(origin -> LOOSE);
    }

    /** Written as browsers send it: nothing but scheme, host and port. */
    private static boolean isOne(String origin) {
        try {
            var uri = URI.create(origin);
            return uri.getHost() != null
                    && origin.equals(uri.getScheme() + "://" + uri.getAuthority())
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && Loopback.isLoopback(uri.getHost()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
