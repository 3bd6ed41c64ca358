package dev.latchkey.secondfactor;

import dev.latchkey.clinics.Clinics;
import dev.latchkey.staff.StaffMember;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** All second factors. A code is spent by one statement, so the database decides which use was first. */
@ApplicationScoped
public class SecondFactors implements PanacheRepositoryBase<SecondFactor, UUID> {

    private final Session database;
    private final Clinics clinics;

    SecondFactors(Session database, Clinics clinics) {
        this.database = database;
        this.clinics = clinics;
    }

    /** Enrolled, or only begun. */
    Optional<SecondFactor> findByMember(UUID staffMemberId) {
        return findByIdOptional(staffMemberId);
    }

    public Optional<SecondFactor> enrolledBy(UUID staffMemberId) {
        return findByMember(staffMemberId).filter(SecondFactor::isEnrolled);
    }

    /** Whether their clinic asks this member for one that they have not. */
    public boolean isMissing(StaffMember member) {
        return clinics.get(member.clinicId()).secondFactorFor().includes(member.role())
                && enrolledBy(member.id()).isEmpty();
    }

    /** Unless another transaction has done so, or the member has started over with another key. */
    void replaceSeal(SecondFactor read, byte[] seal) {
        database.createNativeMutationQuery(
                        "update staff_second_factor set sealed_key = ?3 where staff_member_id = ?1 and sealed_key = ?2")
                .setParameter(1, read.staffMemberId())
                .setParameter(2, read.sealedKey())
                .setParameter(3, seal)
                .executeUpdate();
    }

    /** Whether the code of this step was not used before. Steps that no code is taken for any more are forgotten. */
    boolean spendStep(UUID staffMemberId, long step) {
        return database.createNativeMutationQuery("""
                        with swept as (delete from staff_second_factor_step where staff_member_id = ?1 and step < ?2 - 2)
                        insert into staff_second_factor_step (staff_member_id, step) values (?1, ?2) on conflict do nothing
                        """)
                        .setParameter(1, staffMemberId)
                        .setParameter(2, step)
                        .executeUpdate()
                == 1;
    }

    boolean spendRecoveryCode(UUID staffMemberId, byte[] hash) {
        return database.createNativeMutationQuery(
                                "delete from staff_recovery_code where staff_member_id = ?1 and code_hash = ?2")
                        .setParameter(1, staffMemberId)
                        .setParameter(2, hash)
                        .executeUpdate()
                == 1;
    }

    void forgetRecoveryCodes(UUID staffMemberId) {
        database.createNativeMutationQuery("delete from staff_recovery_code where staff_member_id = ?1")
                .setParameter(1, staffMemberId)
                .executeUpdate();
    }

    void keepRecoveryCode(UUID staffMemberId, byte[] hash) {
        database.createNativeMutationQuery(
                        "insert into staff_recovery_code (staff_member_id, code_hash) values (?1, ?2)")
                .setParameter(1, staffMemberId)
                .setParameter(2, hash)
                .executeUpdate();
    }

    long recoveryCodesLeft(UUID staffMemberId) {
        return database.createNativeQuery(
                        "select count(*) from staff_recovery_code where staff_member_id = ?1", Long.class)
                .addScalar("count", Long.class)
                .setParameter(1, staffMemberId)
                .getSingleResult();
    }
}
