package dev.latchkey.access;

import java.util.UUID;

/** An access token where a caller signs out. It is good for the session that it names, even if that has ended, and for nothing else. */
final class SignOutToken {

    static final String TYPE = "sign-out";

    /** The principal of a session that has ended. It has no rights, and each question for the caller fails. */
    static final String SIGNED_OUT = "signed-out";

    private static final String CURRENT = "current";

    private SignOutToken() {}

    /** Whether the path is that of this session, by its id or as the current one. */
    static boolean isOf(UUID sessionId, String path) {
        var named = path.substring(path.lastIndexOf('/') + 1);
        return named.equals(CURRENT) || named.equalsIgnoreCase(sessionId.toString());
    }
}
