/**
 * Who works at a clinic, how they come in, and how a clinic comes to be.
 *
 * <p>Decided: one address key is one staff member in the whole installation. Because: signing in then needs an address and a password and
 * nothing else. Costs: who works at two clinics has an address at each.
 *
 * <p>Decided: a clinic is opened here and not in {@code clinics}. Because: it begins with its owner and the letter that invites them.
 * Costs: the operator's endpoints stand one package above the clinic.
 */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
