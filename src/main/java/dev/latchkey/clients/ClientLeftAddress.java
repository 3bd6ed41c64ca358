package dev.latchkey.clients;

import java.util.UUID;

/** A client is no longer to be reached at an address key: archived, let in no more, or moved to another. Fired in the transaction of the change. */
public record ClientLeftAddress(UUID clinicId, String addressKey) {}
