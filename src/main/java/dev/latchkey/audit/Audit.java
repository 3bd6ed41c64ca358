package dev.latchkey.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.http.RequestIds;
import dev.latchkey.kernel.InstallationSecret;
import dev.latchkey.ratelimit.CallerAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the audit trail. It adds by itself when, in which request and from where. It tells its observers in the same transaction. */
@ApplicationScoped
public class Audit {

    private static final String IP = "audit-ip";
    private static final String ADDRESS = "audit-address";

    private final EntityManager database;
    private final CallerAddress caller;
    private final InstallationSecret secret;
    private final Event<AuditEntry> recorded;
    private final ObjectMapper json;
    private final Clock clock;

    Audit(
            EntityManager database,
            CallerAddress caller,
            InstallationSecret secret,
            Event<AuditEntry> recorded,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.caller = caller;
        this.secret = secret;
        this.recorded = recorded;
        this.json = json;
        this.clock = clock;
    }

    /** In the transaction of what it tells: neither is ever there without the other. */
    @Transactional(TxType.MANDATORY)
    public void record(AuditEntry what) {
        write(what);
    }

    /**
     * The same, with the names of the members of the record that are not what they were, and never with what they are.
     *
     * @param before the record as its own answer shows it
     */
    @Transactional(TxType.MANDATORY)
    public void recordChange(AuditEntry what, Object before, Object after) {
        write(what.changing(differing(json.valueToTree(before), json.valueToTree(after))));
    }

    private static List<String> differing(JsonNode before, JsonNode after) {
        return after.properties().stream()
                .filter(member -> !member.getValue().equals(before.get(member.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** After the reading and before the answer: nothing is shown that is not on record. */
    @Transactional
    public void recordRead(AuditEntry what) {
        write(what);
    }

    /** In a transaction of its own: what was refused is rolled back, and that it was tried must stay. */
    @Transactional(TxType.REQUIRES_NEW)
    public void recordRefused(AuditEntry what) {
        write(what);
    }

    private void write(AuditEntry what) {
        database.persist(new AuditEvent(what, origin(what), clock.instant()));
        recorded.fire(what);
    }

    private AuditOrigin origin(AuditEntry what) {
        var ip = caller.findNetwork().map(network -> hash(IP, what, network));
        var address = Optional.ofNullable(what.address()).map(email -> hash(ADDRESS, what, email.key()));
        return new AuditOrigin(RequestIds.current(), RequestIds.callers(), ip.orElse(null), address.orElse(null));
    }

    /** Each clinic's own: two clinics cannot tell that they speak of the same person. */
    private byte[] hash(String purpose, AuditEntry what, String text) {
        return secret.keyedHash(purpose, what.clinicId() + " " + text);
    }
}
