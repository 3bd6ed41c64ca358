package dev.latchkey.staff;

import dev.latchkey.access.Role;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.http.WebReason;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.sessions.Session;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** The staff members of all clinics. */
@ApplicationScoped
public class StaffMembers implements PanacheRepositoryBase<StaffMember, UUID> {

    private static final Keyset<StaffMember> OLDEST_FIRST =
            Keyset.<StaffMember>ascending().key("id", StaffMember::id, Cursor::id);

    private final Clinics clinics;

    StaffMembers(Clinics clinics) {
        this.clinics = clinics;
    }

    /** Writes now, so that an address taken a moment ago is refused here and not at commit. */
    public void save(StaffMember member) {
        try {
            persistAndFlush(member);
        } catch (ConstraintViolationException broken) {
            throw broken.getKind() == ConstraintKind.UNIQUE ? StaffReason.STAFF_EMAIL_TAKEN.refusal() : broken;
        }
    }

    /** The member who signs in with this address, at any clinic. An invited one does not yet, and a suspended one no more. */
    public Optional<StaffMember> signingInWith(EmailAddress address) {
        return joinedWith(address).filter(member -> !member.isSuspended());
    }

    /** The same, or the member who was suspended last: the right password gets that reason. */
    public Optional<StaffMember> joinedWith(EmailAddress address) {
        return find(
                        "addressKey = ?1 and passwordHash is not null order by suspendedAt desc nulls first, id",
                        address.key())
                .firstResultOptional();
    }

    /** As they are now, and until this transaction ends: who has just shown a password may find it changed. */
    public StaffMember lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same of one who was read in this transaction, and may have changed since. */
    public StaffMember refreshAndLock(StaffMember member) {
        getEntityManager().refresh(member, LockModeType.PESSIMISTIC_WRITE);
        return member;
    }

    /**
     * The calling owner, as long as they are one. Owners of a clinic change its members one after another, so that no two put each other
     * out, and the clinic has no owner left. The clinic's row is locked before any member's.
     */
    public StaffMember lockOwner(StaffCaller caller) {
        lockClinic(caller.clinicId());
        var owner = lock(caller.staffMemberId());
        if (!owner.isActingOwner()) {
            throw WebReason.FORBIDDEN.refusal();
        }
        return owner;
    }

    public void lockClinic(UUID id) {
        clinics.lock(id);
    }

    public List<StaffMember> actingOwners(UUID clinicId) {
        return list("clinicId = ?1 and role = ?2", clinicId, Role.OWNER).stream()
                .filter(StaffMember::isActingOwner)
                .toList();
    }

    /** Another member of the same clinic. */
    public StaffMember lockColleague(StaffMember owner, UUID id) {
        if (owner.id().equals(id)) {
            throw StaffReason.OWN_MEMBERSHIP.refusal();
        }
        return lock(owner.clinicId(), id);
    }

    public StaffMember lock(UUID clinicId, UUID id) {
        return find("clinicId = ?1 and id = ?2", clinicId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(StaffReason.STAFF_MEMBER_NOT_FOUND::refusal);
    }

    public Optional<StaffMember> findAndLock(UUID clinicId, EmailAddress address) {
        return find("clinicId = ?1 and addressKey = ?2", clinicId, address.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Neither suspended nor gone. */
    public boolean isActive(UUID id) {
        return count("id = ?1 and suspendedAt is null", id) == 1;
    }

    public StaffMember self(StaffCaller caller) {
        return get(caller, caller.staffMemberId());
    }

    public StaffMember signedIn(Session session) {
        return find("clinicId = ?1 and id = ?2", session.clinicId(), session.subject())
                .firstResult();
    }

    public StaffMember get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(StaffReason.STAFF_MEMBER_NOT_FOUND::refusal);
    }

    /** Who never came, so that nothing bears their name. */
    public void remove(StaffMember invited) {
        delete(invited);
    }

    /** Unless they have another password by now. */
    public void rehash(StaffMember known, String hash) {
        update("passwordHash = ?1 where id = ?2 and passwordHash = ?3", hash, known.id(), known.passwordHash());
    }

    /** The names of colleagues, to be shown beside what they did. */
    public Map<UUID, String> namesOf(StaffCaller caller, Collection<UUID> ids) {
        return list("clinicId = ?1 and id in ?2", caller.clinicId(), ids).stream()
                .collect(Collectors.toMap(StaffMember::id, StaffMember::displayName));
    }

    public Page<StaffMember> oldestFirst(StaffCaller caller, Paging paging) {
        return OLDEST_FIRST.page(this, paging, "clinicId = ?1", caller.clinicId());
    }
}
