package dev.latchkey.portal;

import java.time.Instant;
import java.util.UUID;

/** A clinic switches its portal off, and the sessions of its clients end. Fired in the transaction of the change, before they do. */
public record PortalSwitchedOff(UUID clinicId, Instant at) {}
