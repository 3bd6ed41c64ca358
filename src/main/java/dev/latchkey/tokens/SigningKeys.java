package dev.latchkey.tokens;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The installation's signing keys, shared by all nodes through the database. */
@ApplicationScoped
class SigningKeys implements PanacheRepositoryBase<SigningKey, String> {

    /** The next one, if it is announced, then the active one, then those that are retired. */
    List<SigningKey> newestFirst() {
        return listAll(Sort.descending("signsFrom", "kid"));
    }

    /** The next one to change keys, on any node, waits until this transaction has ended; readers do not wait. */
    void lock() {
        getEntityManager()
                .createNativeQuery("lock table signing_key in share row exclusive mode")
                .executeUpdate();
    }
}
