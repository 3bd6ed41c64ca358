package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import dev.latchkey.kernel.PhoneNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as staff see one, in a list and at the head of the whole record. */
record ClientDetails(
        UUID id,
        String givenName,
        String familyName,
        String displayName,
        @Nullable String preferredName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String externalId,
        @Nullable Instant archivedAt) {

    static ClientDetails of(Client client) {
        return new ClientDetails(
                client.id(),
                client.givenName(),
                client.familyName(),
                client.displayName(),
                client.preferredName(),
                client.email().map(EmailAddress::address).orElse(null),
                client.phone().map(PhoneNumber::e164).orElse(null),
                client.language().map(Language::code).orElse(null),
                client.externalId(),
                client.archivedAt());
    }
}
