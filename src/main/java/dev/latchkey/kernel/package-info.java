/**
 * The words every feature speaks, without a framework.
 *
 * <p>Decided: plain Java only, so that a rule can be tested with {@code new} in a millisecond. Costs: beans made from these
 * types are produced one package up.
 */
@NullMarked
package dev.latchkey.kernel;

import org.jspecify.annotations.NullMarked;
