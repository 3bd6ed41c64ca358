package dev.latchkey.sessions;

import dev.latchkey.access.AccessReason;
import dev.latchkey.access.CommitOnRefusal;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.Audit;
import dev.latchkey.audit.AuditedLimits;
import dev.latchkey.audit.LimitAction;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.kernel.Refusal;
import dev.latchkey.tokens.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/** Moves a session on with its refresh token. Of any number of tabs that do so at once, all get the same successor. */
@ApplicationScoped
public class RefreshingSession {

    private final Sessions sessions;
    private final InstallationSecret secret;
    private final AuditedLimits limits;
    private final SessionLimit.Settings settings;
    private final Audit audit;
    private final Clock clock;

    RefreshingSession(
            Sessions sessions,
            InstallationSecret secret,
            AuditedLimits limits,
            SessionLimit.Settings settings,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.secret = secret;
        this.limits = limits;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param answer is built before the token before counts as used */
    public <A> A refreshClient(String token, Function<Session, A> answer) {
        return refresh(Audience.CLIENT, token, holder -> true, answer);
    }

    /** @param isActive is asked of the member as they are now, and not of what they were when the session was opened */
    public <A> A refreshStaff(String token, Predicate<UUID> isActive, Function<Session, A> answer) {
        return refresh(Audience.STAFF, token, isActive, answer);
    }

    private <A> A refresh(Audience audience, String opaque, Predicate<UUID> mayHold, Function<Session, A> answer) {
        var token = RefreshToken.parse(opaque).orElseThrow(SessionReason.REFRESH_TOKEN_INVALID::refusal);
        return CommitOnRefusal.call(() -> answer.apply(advance(audience, token, mayHold)));
    }

    /** Refused or not: a token that is replayed ends the session. */
    private Session advance(Audience audience, RefreshToken token, Predicate<UUID> mayHold) {
        var session = sessions.findAndLock(token.sessionId())
                .filter(known -> known.audience() == audience && known.hasIssued(token, secret))
                .orElseThrow(SessionReason.REFRESH_TOKEN_INVALID::refusal);
        limits.spendInTransaction(
                SessionLimit.SESSION_REFRESHES.buckets(settings, session.id()).toList(),
                session.occurrence(LimitAction.LIMITED));
        if (!mayHold.test(session.subject())) {
            throw AccessReason.SESSION_ENDED.refusal();
        }
        try {
            session.refresh(token.refreshes(), clock.instant());
        } catch (Refusal refusal) {
            if (refusal.reason() == SessionReason.REFRESH_REUSED) {
                audit.record(session.occurrence(SessionAction.REFRESH_REUSED, Actor.visitor()));
                audit.record(session.occurrence(SessionAction.SESSION_ENDED, Actor.system())
                        .because(refusal.reason()));
            }
            throw refusal;
        }
        audit.record(session.occurrence(SessionAction.SESSION_REFRESHED));
        return session;
    }
}
