package dev.latchkey.access;

import dev.latchkey.kernel.InstallationSecret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import org.jose4j.jwk.PublicJsonWebKey;

/** The installation's signing keys, shared by all nodes through the database; the newest one signs. */
@ApplicationScoped
class SigningKeys implements PanacheRepositoryBase<SigningKey, String> {

    private final InstallationSecret secret;
    private final Clock clock;
    private final EntityManager database;
    private volatile List<PublicJsonWebKey> opened = List.of();

    SigningKeys(InstallationSecret secret, Clock clock, EntityManager database) {
        this.secret = secret;
        this.clock = clock;
        this.database = database;
    }

    PublicJsonWebKey newest() {
        return all().get(0);
    }

    /** Newest first, opened once for each node. */
    List<PublicJsonWebKey> all() {
        if (opened.isEmpty()) {
            opened = QuarkusTransaction.requiringNew().call(this::load);
        }
        return opened;
    }

    private List<PublicJsonWebKey> load() {
        // Two nodes that start on an empty database at once must not both make a first key.
        database.createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
        if (count() == 0) {
            persist(new SigningKey(secret, clock.instant()));
        }
        return listAll(Sort.descending("createdAt")).stream()
                .map(key -> key.open(secret))
                .toList();
    }
}
