package dev.latchkey.access;

import io.vertx.core.http.HttpMethod;
import java.util.Set;
import java.util.UUID;

/** Where a token whose session has ended may still sign out of it. */
final class SignOutPaths {

    static final String TYPE = "sign-out";

    /** The principal of a session that has ended. It has no rights, and each question for the caller fails. */
    static final String SIGNED_OUT = "signed-out";

    private static final Set<String> DOORS = Set.of("/v1/sessions/", "/v1/staff/sessions/");
    private static final String CURRENT = "current";

    private SignOutPaths() {}

    /** Everywhere else a token without a session opens nothing. */
    static boolean isAskedFor(HttpMethod method, String path) {
        return method.equals(HttpMethod.DELETE) && DOORS.contains(path.substring(0, behindTheLastSlash(path)));
    }

    /** Of this session, by its id or as the current one. */
    static boolean isAskedFor(UUID sessionId, String path) {
        var named = path.substring(behindTheLastSlash(path));
        return named.equals(CURRENT) || named.equalsIgnoreCase(sessionId.toString());
    }

    private static int behindTheLastSlash(String path) {
        return path.lastIndexOf('/') + 1;
    }
}
