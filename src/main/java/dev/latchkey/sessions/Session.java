package dev.latchkey.sessions;

import dev.latchkey.access.AccessReason;
import dev.latchkey.access.Role;
import dev.latchkey.audit.Actor;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.kernel.Ids;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.tokens.Audience;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session of one client, opened by a login link, or of one staff member, opened by a password. */
@Entity
public class Session {

    /** Absolute: nothing in between extends it (NIST SP 800-63B, 4.2.3). */
    static final Duration LIFETIME = Duration.ofHours(12);

    @Id
    private UUID id;

    private UUID clinicId;

    @Embedded
    private SessionSubject subject;

    /** Written for nodes of the version before, which read it; what the member may do is asked of the member. So is the next one. */
    @Enumerated(EnumType.STRING)
    private @Nullable Role role;

    private boolean enrolling;

    /** Unique: one session per link, for any number of clicks. */
    private @Nullable UUID loginLinkId;

    /** The mailbox that the link was sent to, which the database fills in: the session is its own, at every profile. */
    @Column(insertable = false, updatable = false)
    private @Nullable String addressKey;

    private Instant openedAt;
    private Instant endsAt;
    private @Nullable Instant endedAt;

    @Embedded
    private RefreshTokenFamily refreshTokens;

    @Embedded
    private Device device;

    private Session(UUID clinicId, SessionSubject subject, Instant now) {
        this.id = Ids.next();
        this.clinicId = clinicId;
        this.subject = subject;
        this.openedAt = now;
        this.endsAt = now.plus(LIFETIME);
        this.refreshTokens = RefreshTokenFamily.begin(now);
        this.device = Device.UNKNOWN;
    }

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Session() {}

    public static Session ofClient(UUID clinicId, UUID clientId, UUID loginLinkId, Instant now) {
        var session = new Session(clinicId, SessionSubject.ofClient(clientId), now);
        session.loginLinkId = loginLinkId;
        return session;
    }

    public static Session ofStaff(UUID clinicId, UUID staffMemberId, Role role, boolean mustEnrol, Instant now) {
        var session = new Session(clinicId, SessionSubject.ofStaff(staffMemberId), now);
        session.role = role;
        session.enrolling = mustEnrol;
        return session;
    }

    void openedWith(Device device) {
        this.device = device;
    }

    RefreshToken refreshToken(InstallationSecret secret) {
        return refreshTokens.current(id, secret);
    }

    boolean hasIssued(RefreshToken token, InstallationSecret secret) {
        return refreshTokens.hasIssued(token, secret);
    }

    /** The end stays where it was. The row must be locked: of two at once the second one must see what the first one did. */
    void refresh(int refreshesBefore, Instant now) {
        requireActive(now);
        if (refreshTokens.isReplay(refreshesBefore, now)) {
            endedAt = now;
            throw SessionReason.REFRESH_REUSED.refusal();
        }
        refreshTokens = refreshTokens.advance(refreshesBefore, now);
    }

    private void requireActive(Instant now) {
        if (endedAt != null || !now.isBefore(endsAt)) {
            throw AccessReason.SESSION_ENDED.refusal();
        }
        if (refreshTokens.isIdle(now)) {
            throw SessionReason.SESSION_IDLE.refusal();
        }
    }

    /** Goes on as another profile of the same address. What was signed for the former one is of no use any more. */
    public void switchTo(UUID clientId, Instant now) {
        requireActive(now);
        this.subject = SessionSubject.ofClient(clientId);
    }

    public UUID id() {
        return id;
    }

    public UUID clinicId() {
        return clinicId;
    }

    public @Nullable UUID loginLinkId() {
        return loginLinkId;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant refreshedAt() {
        return refreshTokens.refreshedAt();
    }

    public Instant endsAt() {
        return endsAt;
    }

    Device device() {
        return device;
    }

    Audience audience() {
        return subject.audience();
    }

    /** The holder, as the one who acts. */
    Actor holder() {
        return subject.actor();
    }

    /** What the holder does with it. */
    AuditEntry occurrence(AuditAction act) {
        return occurrence(act, holder());
    }

    AuditEntry occurrence(AuditAction act, Actor by) {
        return AuditEntry.of(act, by, clinicId)
                .client(subject.clientId())
                .session(id)
                .link(loginLinkId);
    }

    public UUID subject() {
        return subject.id();
    }
}
