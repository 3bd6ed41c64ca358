package dev.latchkey.standalone;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The demo clinic's staff sign in as any other clinic's do: by an invitation that arrives in the mailbox. */
record DemoStaff(DemoCaller stranger, String password) {

    private static final Duration PATIENCE = Duration.ofSeconds(30); // for a letter
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Accepts the invitation first, unless an earlier start did. */
    DemoCaller signIn(String email) {
        var credentials = Map.of("email", email, "password", password);
        var session = stranger.tryPost("/v1/staff/sessions", credentials).orElseGet(() -> {
            var acceptance = Map.of("token", invitationTo(email), "password", password);
            stranger.post("/v1/staff/invitations/acceptance", acceptance);
            return stranger.post("/v1/staff/sessions", credentials);
        });
        return stranger.bearing(session.get("accessToken").asText());
    }

    private static String invitationTo(String email) {
        for (var left = PATIENCE; !left.isNegative(); left = left.minus(PAUSE)) {
            for (var letter : MailboxServer.letters()) {
                if (letter.to().equals(email)) {
                    var link = letter.links().get(0);
                    return link.substring(link.indexOf('#') + 1);
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no invitation arrived at " + email);
    }
}
