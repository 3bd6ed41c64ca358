package dev.latchkey.loginlinks;

import static java.util.Comparator.comparing;

import dev.latchkey.access.StaffCaller;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.loginlinks.LoginRequest.UnsealedRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests made on portal pages. */
@ApplicationScoped
public class LoginRequests implements PanacheRepositoryBase<LoginRequest, UUID> {

    private final InstallationSecret secret;
    private final Clinics clinics;

    LoginRequests(InstallationSecret secret, Clinics clinics) {
        this.secret = secret;
        this.clinics = clinics;
    }

    UnsealedRequest unseal(LoginRequest request) {
        return request.unseal(secret);
    }

    /**
     * Locks the rows, so that of two workers with the same request the second one sees it answered: in the order of their ids, as all do.
     * Names them in the order in which they were made. Fails where another transaction holds one of them for longer than three seconds, and
     * so does what this one locks afterwards.
     */
    List<LoginRequest> findUnansweredAndLock(Collection<UUID> ids) {
        getEntityManager().createNativeQuery("set local lock_timeout = '3s'").executeUpdate();
        return find("id in ?1 and answeredAt is null order by id", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .sorted(comparing(LoginRequest::askedAt))
                .toList();
    }

    /** Counts in a transaction of its own, for a wrong code is refused; false once the tries are used up, or nothing was asked. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean countTry(UUID id) {
        return update("codeTries = codeTries + 1 where id = ?1 and codeTries < ?2", id, LoginRequest.CODE_TRIES) == 1;
    }

    /** Says nothing of the code, and uses up no try. */
    public void requirePortalOn(UUID id) {
        var clinicId = clinicOf(id);
        if (clinicId != null && !clinics.portal(clinicId).isOn()) {
            throw LoginReason.PORTAL_OFF.refusal();
        }
    }

    /** At which clinic it was asked, if anything was. */
    @Nullable
    public UUID clinicOf(UUID id) {
        return findByIdOptional(id).map(LoginRequest::clinicId).orElse(null);
    }

    /** The newest ones for this address at the caller's clinic. */
    public List<LoginRequest> newestFirst(StaffCaller caller, EmailAddress address, int atMost) {
        return find(
                        "clinicId = ?1 and addressHash in ?2 order by askedAt desc",
                        caller.clinicId(),
                        LoginRequest.addressHashes(address, secret))
                .page(0, atMost)
                .list();
    }

    /** At any clinic. */
    boolean wasToldOfNoRecord(List<byte[]> addressHashes, Instant since) {
        return count(
                        "addressHash in ?1 and outcome = ?2 and answeredAt > ?3",
                        addressHashes,
                        LoginRequest.Outcome.NO_CLIENT_RECORD,
                        since)
                > 0;
    }
}
