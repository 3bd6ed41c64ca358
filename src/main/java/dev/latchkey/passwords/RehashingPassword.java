package dev.latchkey.passwords;

import dev.latchkey.staff.StaffMember;
import dev.latchkey.staff.StaffMembers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Hashes a right password again if hashing costs something else by now, or it was hashed as it was typed. Otherwise the address of a member could be told from an
 * unknown one, which always takes as long as the present cost does.
 */
@ApplicationScoped
public class RehashingPassword {

    private static final Logger LOG = Logger.getLogger(RehashingPassword.class);

    private final StaffMembers members;
    private final Passwords passwords;

    RehashingPassword(StaffMembers members, Passwords passwords) {
        this.members = members;
        this.passwords = passwords;
    }

    /** Outside of any transaction, for it takes long. A machine that is too busy, or fails, leaves it to the next sign-in. */
    public void rehash(StaffMember known, String right) {
        try {
            if (passwords.needsRehash(right, known.passwordHash())) {
                passwords.tryHash(right).ifPresent(hash -> QuarkusTransaction.requiringNew()
                        .run(() -> members.rehash(known, hash)));
            }
        } catch (RuntimeException e) {
            LOG.warn("a password could not be hashed at the new cost; the next sign-in tries again", e);
        }
    }
}
