package dev.latchkey.sessions;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.tokens.AccessTokens;
import dev.latchkey.tokens.AccessTokens.IssuedToken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Issues the access tokens of a session, none of which outlives it. */
@ApplicationScoped
public class SessionTokens {

    private final AccessTokens tokens;

    SessionTokens(AccessTokens tokens) {
        this.tokens = tokens;
    }

    public IssuedToken issueFor(Session session) {
        return issue(session, session.endsAt());
    }

    /** To a caller with an access token, which must not be a way to a later end than its own. */
    public IssuedToken issueFor(Session session, ClientCaller caller) {
        var ends = caller.tokenExpiresAt();
        return issue(session, ends.isBefore(session.endsAt()) ? ends : session.endsAt());
    }

    private IssuedToken issue(Session session, Instant noLaterThan) {
        return tokens.issue(session.id(), session.subject(), session.audience(), session.openedAt(), noLaterThan);
    }
}
