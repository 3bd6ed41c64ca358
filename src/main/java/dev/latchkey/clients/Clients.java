package dev.latchkey.clients;

import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.StaffCaller;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jspecify.annotations.Nullable;

/** The clients of all clinics; every question says of which clinic. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

    private static final int MOST_AT_ONE_ADDRESS = 100;

    /** A client of the caller's own clinic; another's is as unknown as none. */
    public Client get(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    /** As they are now, and until this transaction ends: a sign-in of theirs at the same moment waits, or is waited for. */
    public Client findAndLock(StaffCaller caller, UUID id) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    /** Whom a link at the door names, of this clinic, locked in the same way. */
    public Client findAndLock(UUID clinicId, UUID id) {
        return find("clinicId = ?1 and id = ?2", clinicId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /**
     * To whom something is added: as they are now, and until this transaction ends, so that a merge takes along what is added, or the addition
     * is refused.
     */
    public Client getToAddTo(StaffCaller caller, UUID id) {
        var client = find("clinicId = ?1 and id = ?2", caller.clinicId(), id)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
        client.requireNotMerged();
        return client;
    }

    void add(Client client, @Nullable String externalId) {
        client.knownElsewhereAs(externalId);
        persist(client);
        save(client);
    }

    /** Writes now, so that an externalId taken a moment ago is refused here and not at commit. */
    void save(Client client) {
        try {
            flush();
        } catch (ConstraintViolationException broken) {
            throw broken.getKind() == ConstraintKind.UNIQUE ? ClientReason.EXTERNAL_ID_TAKEN.refusal() : broken;
        }
    }

    public Client self(ClientCaller caller) {
        return find("clinicId = ?1 and id = ?2", caller.clinicId(), caller.clientId())
                .firstResult();
    }

    /** The client whom a session of this clinic is of. */
    public Client entered(UUID clinicId, UUID id) {
        return find("clinicId = ?1 and id = ?2", clinicId, id)
                .firstResultOptional()
                .orElseThrow(ClientReason.CLIENT_NOT_FOUND::refusal);
    }

    /** Who may enter with a link sent to this address, in the order they were created. A family is not that large. */
    public List<Client> activeAt(UUID clinicId, String addressKey) {
        return find(
                        "clinicId = ?1 and addressKey = ?2 and archivedAt is null and permission.offSince is null order by id",
                        clinicId,
                        addressKey)
                .page(0, MOST_AT_ONE_ADDRESS)
                .list();
    }

    /**
     * The same, locked: they cannot be archived or change address until this transaction ends. Taken before the link's own row, which those who do
     * take last.
     */
    public List<Client> activeAtForShare(UUID clinicId, String addressKey) {
        return find(
                        "clinicId = ?1 and addressKey = ?2 and archivedAt is null and permission.offSince is null order by id",
                        clinicId,
                        addressKey)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .page(0, MOST_AT_ONE_ADDRESS)
                .list();
    }

    /**
     * Of these, locked with all others who are reached at their addresses: none of them can be archived or change address until this transaction
     * ends. In the order of their ids, and before the addresses themselves, as all lock them.
     */
    public Map<UUID, Client> findForShare(UUID clinicId, Collection<UUID> ids, Collection<String> addressKeys) {
        var all = new HashSet<>(ids);
        all.addAll(getEntityManager()
                .createQuery(
                        "select id from Client where clinicId = ?1 and addressKey in ?2 and archivedAt is null"
                                + " and permission.offSince is null",
                        UUID.class)
                .setParameter(1, clinicId)
                .setParameter(2, addressKeys)
                .getResultList());
        return find("clinicId = ?1 and id in ?2 order by id", clinicId, all)
                .withLock(LockModeType.PESSIMISTIC_READ)
                .stream()
                .collect(Collectors.toMap(Client::id, Function.identity()));
    }

    /** Of the caller's clinic, by their ids. */
    public Map<UUID, Client> findAll(StaffCaller caller, Collection<UUID> ids) {
        return find("clinicId = ?1 and id in ?2", caller.clinicId(), ids).stream()
                .collect(Collectors.toMap(Client::id, Function.identity()));
    }

    /**
     * How the oldest active client's record writes each of these addresses, and in which language letters go there. Those at which no client is
     * reached are left out.
     */
    public Map<Addressee, Recipient> reachedAt(Collection<Addressee> addressees) {
        var written = new HashMap<Addressee, Recipient>();
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select asked.clinic_id, asked.address_key, known.email, known.language
                          from unnest(cast(?1 as uuid[]), cast(?2 as text[])) as asked (clinic_id, address_key)
                         cross join lateral (
                           select email, language from client
                            where client.clinic_id = asked.clinic_id and client.address_key = asked.address_key
                              and archived_at is null and portal_off_at is null
                            order by id limit 1) known
                        """, Object[].class)
                .addScalar("clinic_id", UUID.class)
                .addScalar("address_key", String.class)
                .addScalar("email", String.class)
                .addScalar("language", String.class)
                .setParameter(1, addressees.stream().map(Addressee::clinicId).toArray(UUID[]::new))
                .setParameter(2, addressees.stream().map(Addressee::addressKey).toArray(String[]::new))
                .getResultList()
                .forEach(row -> written.put(
                        new Addressee((UUID) row[0], (String) row[1]), Recipient.of((String) row[2], (String) row[3])));
        return written;
    }

    /** Who is not archived and has the same e-mail, also if the clinic lets them in no more. */
    public List<Client> sharingEmailWith(Client client) {
        return client.email()
                .map(email -> find(
                                "clinicId = ?1 and addressKey = ?2 and archivedAt is null and id <> ?3 order by id",
                                client.clinicId(),
                                email.key(),
                                client.id())
                        .page(0, MOST_AT_ONE_ADDRESS)
                        .list())
                .orElse(List.of());
    }

    /** @param language empty for the clinic's */
    public record Recipient(EmailAddress email, Optional<Language> language) {

        private static Recipient of(String email, @Nullable String language) {
            return new Recipient(
                    new EmailAddress(email), Optional.ofNullable(language).map(Language::of));
        }
    }
}
