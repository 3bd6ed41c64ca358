package dev.latchkey.clients;

import java.util.UUID;

/** Staff end all sessions of a client's mailbox. Fired in the transaction in which the sessions end, and before they do. */
public record ClientPutOut(UUID clinicId, String addressKey) {}
