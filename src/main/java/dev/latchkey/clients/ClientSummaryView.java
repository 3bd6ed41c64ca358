package dev.latchkey.clients;

import dev.latchkey.kernel.PhoneNumber;
import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A client as staff see one in a list, and at the head of the whole record. */
record ClientSummaryView(
        UUID id,
        String givenName,
        String familyName,
        String displayName,
        @Nullable String preferredName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String externalId,
        @Nullable Instant archivedAt,
        PortalUseView portal) {

    static ClientSummaryView of(Client client, @Nullable PortalUse use) {
        return new ClientSummaryView(
                client.id(),
                client.givenName(),
                client.familyName(),
                client.displayName(),
                client.preferredName(),
                client.email().map(EmailAddress::address).orElse(null),
                client.phone().map(PhoneNumber::e164).orElse(null),
                client.language().map(Language::code).orElse(null),
                client.externalId(),
                client.archivedAt(),
                PortalUseView.of(use));
    }

    /** How far the client has come into the portal: the last time of each step. */
    record PortalUseView(
            String status,
            @Nullable Instant invitedAt,
            @Nullable Instant signedInAt) {

        private static PortalUseView of(@Nullable PortalUse use) {
            return use == null
                    ? new PortalUseView(PortalUse.NEVER_INVITED, null, null)
                    : new PortalUseView(use.state(), use.invitedAt(), use.signedInAt());
        }
    }
}
