/**
 * Values that every feature uses, without a framework.
 *
 * <p>Decided: plain Java only, so that a rule can be tested with {@code new} in a millisecond. Costs: beans made from these
 * types are produced one package up.
 *
 * <p>Decided: the installation's secret may have a predecessor, which opens and recognises what was sealed and hashed before the change.
 * Because: a secret that may have leaked must be changed without signing anyone out. So refresh tokens, codes and links in letters,
 * letters that wait and limits live on; signing keys, which stay for longer, are re-encrypted as soon as a node starts. Costs: while there
 * is a predecessor each count of a limit takes two statements; and it stays in the configuration for a day, the longest that anything
 * else lives.
 */
@NullMarked
package dev.latchkey.kernel;

import org.jspecify.annotations.NullMarked;
