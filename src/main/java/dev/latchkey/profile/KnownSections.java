package dev.latchkey.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.access.ClientCaller;
import dev.latchkey.access.PortalSections;
import dev.latchkey.clients.Clients;
import dev.latchkey.clinics.Clinics;
import dev.latchkey.jobs.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.UUID;

/** What the portal shows a client, without asking the database each time: what was changed counts everywhere within ten seconds. */
@ApplicationScoped
public class KnownSections {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Clients clients;
    private final Clinics clinics;
    private final Cache<UUID, PortalSections> ofClients = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(REMEMBERED)
            .build();

    private final TransactionSynchronizationRegistry transaction;

    KnownSections(Clients clients, Clinics clinics, TransactionSynchronizationRegistry transaction) {
        this.clients = clients;
        this.clinics = clinics;
        this.transaction = transaction;
    }

    PortalSections get(ClientCaller caller) {
        var own = ofClients.getIfPresent(caller.clientId());
        if (own == null) {
            own = clients.self(caller).permission().sections();
            ofClients.put(caller.clientId(), own);
        }
        return clinics.portal(caller.clinicId()).sections().narrowedBy(own);
    }

    /** On this node, when the transaction that changes the client has ended. */
    public void forgetAfterCommit(UUID clientId) {
        transaction.registerInterposedSynchronization(new AfterCommit(() -> ofClients.invalidate(clientId)));
    }
}
