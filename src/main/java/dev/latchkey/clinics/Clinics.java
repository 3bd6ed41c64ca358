package dev.latchkey.clinics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.input.Cursor;
import dev.latchkey.input.Keyset;
import dev.latchkey.input.Page;
import dev.latchkey.input.Paging;
import dev.latchkey.jobs.AfterCommit;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;

/** All clinics of the installation. */
@ApplicationScoped
public class Clinics implements PanacheRepositoryBase<Clinic, UUID> {

    private static final Keyset<Clinic> NEWEST_FIRST =
            Keyset.<Clinic>descending().key("id", Clinic::id, Cursor::id);

    private static final Pattern SLUG = Pattern.compile(Clinic.SLUG);

    /** Not for longer, for a backup that is put back may not have the clinic yet, and another node may have given it another slug. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Cache<String, UUID> ids = remembered();
    private final Cache<UUID, KnownClinic> known = remembered();

    private final TransactionSynchronizationRegistry transaction;

    Clinics(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    private static <K, V> Cache<K, V> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(REMEMBERED)
                .build();
    }

    /** Writes now, so that a slug taken a moment ago is refused here and not at commit. */
    public void add(Clinic clinic) {
        persist(clinic);
        flushSlug();
    }

    /** As above. The clinic may go back to a slug that it gave up; to another's it may when a year has passed. */
    public void moveTo(Clinic clinic, String slug) {
        var before = clinic.slug();
        clinic.moveTo(slug);
        flushSlug();
        forgetAddress(before);
    }

    private void flushSlug() {
        try {
            flush();
        } catch (ConstraintViolationException broken) {
            throw broken.getKind() == ConstraintKind.UNIQUE ? ClinicReason.SLUG_TAKEN.refusal() : broken;
        }
    }

    /** Its portal is there no more, or is found there in another way. This node knows at once, others within ten seconds. */
    public void forgetAddress(String slug) {
        transaction.registerInterposedSynchronization(new AfterCommit(() -> ids.invalidate(slug)));
    }

    /** The clinic of an id that a row of ours holds, and so must be there. */
    public Clinic get(UUID id) {
        return findByIdOptional(id).orElseThrow(ClinicReason.CLINIC_NOT_FOUND::refusal);
    }

    /** As it is now, and until this transaction ends. */
    public Clinic findAndLock(UUID id) {
        lock(id);
        return refreshed(id);
    }

    /** What this node remembers of it is old when the transaction has changed it. */
    private Clinic refreshed(UUID id) {
        var clinic = get(id);
        getEntityManager().refresh(clinic);
        transaction.registerInterposedSynchronization(new AfterCommit(() -> known.invalidate(id)));
        return clinic;
    }

    /** The next one to lock it waits until this transaction has ended; acts that only refer to it do not wait. */
    public void lock(UUID id) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select id from clinic where id = ?1 for no key update", UUID.class)
                .addScalar("id", UUID.class)
                .setParameter(1, id)
                .getSingleResult();
    }

    /** As it stays until this transaction ends: who locks it to change it waits, or is waited for. Taken before what they take after it. */
    public Clinic findAndLockForShare(UUID id) {
        getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select id from clinic where id = ?1 for share", UUID.class)
                .addScalar("id", UUID.class)
                .setParameter(1, id)
                .getSingleResult();
        return get(id);
    }

    /** The clinic whose portal has this address, or had it and forwards it. */
    public Clinic getBySlug(String slug) {
        if (!SLUG.matcher(slug).matches()) {
            throw ClinicReason.PORTAL_UNKNOWN.refusal(); // the database would fail on some that are none
        }
        return find("id = function(clinic_at as java.util.UUID, ?1)", slug)
                .firstResultOptional()
                .orElseThrow(ClinicReason.PORTAL_UNKNOWN::refusal);
    }

    /** The same without asking the database again each time: an address that was given up is gone everywhere within ten seconds. */
    public UUID idBySlug(String slug) {
        return recall(ids, slug, asked -> getBySlug(asked).id());
    }

    /** Of a clinic that is there, without asking the database again each time: what was changed shows everywhere within ten seconds. */
    public ClinicCard card(UUID id) {
        return recall(known, id, this::read).card();
    }

    /** The same of its portal. */
    public PortalSettings portal(UUID id) {
        return recall(known, id, this::read).portal();
    }

    private KnownClinic read(UUID id) {
        var clinic = get(id);
        return new KnownClinic(ClinicCard.of(clinic), clinic.portal());
    }

    /** Asks the database outside of the cache, which would let others wait. */
    private static <K, V> V recall(Cache<K, V> remembered, K key, Function<K, V> database) {
        var value = remembered.getIfPresent(key);
        if (value == null) {
            value = database.apply(key);
            remembered.put(key, value);
        }
        return value;
    }

    public Page<Clinic> newestFirst(Paging paging) {
        return NEWEST_FIRST.page(this, paging, "");
    }

    /** Of clinics and of their locations. */
    public List<String> timeZones() {
        return getEntityManager()
                .createQuery("select c.timeZone from Clinic c union select l.timeZone from Location l", String.class)
                .getResultList();
    }

    private record KnownClinic(ClinicCard card, PortalSettings portal) {}
}
