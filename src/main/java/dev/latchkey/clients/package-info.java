/**
 * The people a clinic treats, and their profile on the portal.
 *
 * <p>Decided: a client whose address changes, or who is archived, is put out at once: their sessions end here, and the features that
 * hold links for an address learn of it by an event ({@link dev.latchkey.clients.ClientLeftAddress}). Because: the old mailbox may be
 * another person's. Costs: the features above must listen.
 */
@NullMarked
package dev.latchkey.clients;

import org.jspecify.annotations.NullMarked;
