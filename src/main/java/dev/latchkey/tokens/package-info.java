/**
 * Access tokens and the keys that sign them.
 *
 * <p>Decided: SmallRye JWT issues, reads and verifies; ours are the keys ({@code SigningKeyResolver}) and the rules ({@code AccessTokenRules}).
 * Because: it takes both from the configuration, where a key does not rotate by itself and a rule can be loosened. Costs: {@code AccessTokenParser}
 * overrides a method that no guide describes, with a test that guards it. Keys are made and published with jose4j, which SmallRye JWT is built on.
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
