package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/**
 * A client is no longer to be reached at an address: archived, or moved to another. Fired in the transaction of the change.
 *
 * @param address as their record wrote it
 */
public record ClientLeftAddress(UUID clinicId, EmailAddress address, boolean isArchived) {

    public String addressKey() {
        return address.key();
    }
}
