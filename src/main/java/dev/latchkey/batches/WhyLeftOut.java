package dev.latchkey.batches;

import dev.latchkey.clients.Client;
import dev.latchkey.clients.PortalUses.Invitee;
import jakarta.persistence.EnumeratedValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Why a client of a batch is sent no link. */
enum WhyLeftOut {
    ARCHIVED("The client is archived."),
    PORTAL_ACCESS_OFF("The clinic has switched off this client's access to the portal."),
    NO_EMAIL("The client has no e-mail."),
    ADDRESS_BOUNCED("A letter to the client's e-mail came back."),
    SIGNED_IN_LATELY("The client has signed in lately, and knows how."),
    ADDRESS_CHANGED("The client's e-mail was changed after the batch was started."),
    LINK_STILL_GOOD("A login link was sent to the client's mailbox after the batch was started, and is still good."),
    PORTAL_OFF("The clinic has switched its portal off after the batch was started."),
    TOO_LATE("There was no room for this letter within a day of the last one's turn.");

    @EnumeratedValue
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private final String sentence;

    WhyLeftOut(String sentence) {
        this.sentence = sentence;
    }

    /** Before anything is sent. */
    static Optional<WhyLeftOut> find(Invitee invitee, Set<String> bounced, Instant lately) {
        if (invitee.archivedAt() != null) {
            return Optional.of(ARCHIVED);
        }
        if (invitee.offSince() != null) {
            return Optional.of(PORTAL_ACCESS_OFF);
        }
        if (invitee.addressKey() == null) {
            return Optional.of(NO_EMAIL);
        }
        if (bounced.contains(invitee.addressKey())) {
            return Optional.of(ADDRESS_BOUNCED);
        }
        var signedInAt = invitee.signedInAt();
        return signedInAt == null || signedInAt.isBefore(lately) ? Optional.empty() : Optional.of(SIGNED_IN_LATELY);
    }

    /** When the letter's turn has come, of the client alone. */
    static Optional<WhyLeftOut> find(Client client, String addressKey) {
        if (client.archivedAt() != null) {
            return Optional.of(ARCHIVED);
        }
        if (!client.permission().isAllowed()) {
            return Optional.of(PORTAL_ACCESS_OFF);
        }
        return client.email().filter(email -> email.key().equals(addressKey)).isPresent()
                ? Optional.empty()
                : Optional.of(ADDRESS_CHANGED);
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
