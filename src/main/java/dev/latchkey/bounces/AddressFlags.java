package dev.latchkey.bounces;

import dev.latchkey.clients.Addressee;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The addresses that letters come back from; every question says of which clinics. */
@ApplicationScoped
public class AddressFlags {

    private final Session database;

    AddressFlags(Session database) {
        this.database = database;
    }

    /** False if it was flagged already: of two nodes that hear of it at once, one has flagged it. */
    boolean flag(Addressee address, @Nullable String code, Instant now) {
        return database.createNativeMutationQuery("""
                                insert into address_flag (clinic_id, address_key, since, code)
                                values (?1, ?2, ?3, cast(?4 as text)) on conflict do nothing
                                """)
                        .setParameter(1, address.clinicId())
                        .setParameter(2, address.addressKey())
                        .setParameter(3, now)
                        .setParameter(4, code)
                        .executeUpdate()
                == 1;
    }

    /** False if it was not flagged. */
    boolean clear(Addressee address) {
        return database.createNativeMutationQuery("delete from address_flag where clinic_id = ?1 and address_key = ?2")
                        .setParameter(1, address.clinicId())
                        .setParameter(2, address.addressKey())
                        .executeUpdate()
                == 1;
    }

    public Optional<AddressFlag> find(Addressee address) {
        return database.createNativeQuery(
                        "select since, code from address_flag where clinic_id = ?1 and address_key = ?2",
                        Object[].class)
                .addScalar("since", Instant.class)
                .addScalar("code", String.class)
                .setParameter(1, address.clinicId())
                .setParameter(2, address.addressKey())
                .uniqueResultOptional()
                .map(row -> new AddressFlag((Instant) row[0], (String) row[1]));
    }

    /** Which of these are flagged. */
    public Set<Addressee> among(Collection<Addressee> addresses) {
        return database
                .createNativeQuery("""
                        select clinic_id, address_key from address_flag
                          join unnest(cast(?1 as uuid[]), cast(?2 as text[])) as asked (clinic_id, address_key)
                         using (clinic_id, address_key)
                        """, Object[].class)
                .addScalar("clinic_id", UUID.class)
                .addScalar("address_key", String.class)
                .setParameter(1, addresses.stream().map(Addressee::clinicId).toArray(UUID[]::new))
                .setParameter(2, addresses.stream().map(Addressee::addressKey).toArray(String[]::new))
                .getResultList()
                .stream()
                .map(row -> new Addressee((UUID) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    public void requireNone(Addressee address) {
        if (!among(List.of(address)).isEmpty()) {
            throw BounceReason.ADDRESS_BOUNCED.refusal();
        }
    }
}
