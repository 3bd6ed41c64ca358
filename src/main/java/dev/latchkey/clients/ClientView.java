package dev.latchkey.clients;

import dev.latchkey.http.ETags;
import dev.latchkey.kernel.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as staff see one, with a warning of who else is reached at the same address. */
record ClientView(
        UUID id,
        String givenName,
        String familyName,
        String displayName,
        @Nullable String email,
        @Nullable String externalId,
        @Nullable Instant archivedAt,
        List<Sharing> sharesEmailWith,
        Instant createdAt)
        implements ETags.TaggedAnswer {

    static ClientView of(Client client, List<Client> sharing) {
        return new ClientView(
                client.id(),
                client.givenName(),
                client.familyName(),
                client.displayName(),
                client.email().map(EmailAddress::address).orElse(null),
                client.externalId(),
                client.archivedAt(),
                sharing.stream()
                        .map(other -> new Sharing(other.id(), other.displayName()))
                        .toList(),
                client.createdAt());
    }

    record Sharing(UUID id, String displayName) {}
}
