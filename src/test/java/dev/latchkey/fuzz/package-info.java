/**
 * Requests that no one thought of, made from the contract: every operation by every caller, valid, at the edge of what is valid, and
 * broken. {@code ./mvnw verify -Pfuzz} sends 200,000 of them, or as many as fit in {@code -Dfuzz.minutes}; {@code -Dfuzz.seed} sends the
 * same ones again.
 */
@NullMarked
package dev.latchkey.fuzz;

import org.jspecify.annotations.NullMarked;
