package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import java.util.UUID;

/**
 * Staff have put another address, or none, on a client's record. Fired in the transaction of the change.
 *
 * @param former as the record wrote it
 */
public record ClientAddressChanged(UUID clinicId, EmailAddress former) {}
