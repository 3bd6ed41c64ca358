/**
 * What the operator does: opening clinics, inviting their owners, reading the installation's audit trail.
 *
 * <p>Decided: a clinic is opened here and not in {@code clinics}. Because: it begins with its owner and the letter that invites them. Costs: the
 * operator's endpoints stand below the staff's.
 */
@NullMarked
package dev.latchkey.operator;

import org.jspecify.annotations.NullMarked;
