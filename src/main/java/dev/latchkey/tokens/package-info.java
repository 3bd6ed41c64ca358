/**
 * Access tokens and the keys that sign them.
 *
 * <p>Decided: JOSE through jose4j itself, with keys from the database. Because: the framework's JWT extension takes keys from configuration, and
 * ours rotate by themselves. Costs: one authentication mechanism of our own.
 *
 * <p>Decided: the newest key whose time has come signs; the first node to read the keys makes the next one and deletes those whose tokens
 * have ended, under a lock on their table. Because: nothing has to run at a certain time, and every node knows a key long before it signs.
 * Costs: one small query a node every five minutes.
 *
 * <p>Decided: a node remembers the hashes of the tokens it has verified. Because: a signature costs more than the rest of the request. Costs: a few
 * megabytes; and each use asks once more whether the token has ended and its key is still there.
 */
@NullMarked
package dev.latchkey.tokens;

import org.jspecify.annotations.NullMarked;
