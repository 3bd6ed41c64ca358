/**
 * Whose rows the database shows to a request (row-level security).
 *
 * <p>Decided: the check of the session also tells its connection whose rows to show, and the pool tells a connection only if it last served a different
 * caller. Because: row-level security must not cost a round trip. Costs: the scope is a setting of the connection's own session, so no pooler may hand
 * connections on between two statements; and work without a session sees every row.
 */
@NullMarked
package dev.latchkey.tenancy;

import org.jspecify.annotations.NullMarked;
