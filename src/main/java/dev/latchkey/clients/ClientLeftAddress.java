package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/**
 * A client is no longer to be reached at an address: archived, let in no more, or moved to another. Fired in the transaction of the change.
 *
 * @param address as their record wrote it
 * @param isKept whether it is still on the record, where nothing reaches it
 */
public record ClientLeftAddress(UUID clinicId, EmailAddress address, boolean isKept) {

    public String addressKey() {
        return address.key();
    }
}
