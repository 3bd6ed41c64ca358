package dev.latchkey.staff;

import dev.latchkey.access.Session;
import dev.latchkey.access.Sessions;
import dev.latchkey.kernel.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Opens a session for the staff member who knows the password, which is checked before any transaction begins: it takes long. */
@ApplicationScoped
class SigningInStaff {

    private final StaffMembers members;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    SigningInStaff(StaffMembers members, Passwords passwords, Sessions sessions, Clock clock) {
        this.members = members;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    SignedIn with(EmailAddress email, String password) {
        var known = members.signingInWith(email);
        if (!passwords.matches(password, known.map(StaffMember::passwordHash).orElse(null))) {
            throw StaffReason.CREDENTIALS_WRONG.refusal();
        }
        var member = known.orElseThrow();
        var session = Session.ofStaff(member.clinicId(), member.id(), member.role(), clock.instant());
        sessions.open(session);
        return new SignedIn(member, session);
    }

    record SignedIn(StaffMember member, Session session) {}
}
