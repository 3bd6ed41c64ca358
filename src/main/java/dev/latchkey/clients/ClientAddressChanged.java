package dev.latchkey.clients;

import dev.latchkey.kernel.EmailAddress;
import dev.latchkey.kernel.Language;
import java.util.Optional;
import java.util.UUID;

/**
 * Another address, or none, is on a client's record. Fired in the transaction of the change.
 *
 * @param former as the record wrote it
 * @param language of the client; empty for the clinic's
 */
public record ClientAddressChanged(UUID clinicId, EmailAddress former, Optional<Language> language) {}
