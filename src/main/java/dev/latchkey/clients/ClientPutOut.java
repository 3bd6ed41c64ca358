package dev.latchkey.clients;

import java.util.UUID;

/** Staff end all that a client's mailbox let in. Fired in the transaction in which the sessions end, and before they do. */
public record ClientPutOut(UUID clinicId, String addressKey) {}
