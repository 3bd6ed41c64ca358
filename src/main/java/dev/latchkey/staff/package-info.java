/**
 * Who works at a clinic.
 *
 * <p>Decided: one address key signs in as one staff member in the whole installation. Because: signing in then needs an address and a password and
 * nothing else. Costs: a person who works at two clinics needs an address for each.
 */
@NullMarked
package dev.latchkey.staff;

import org.jspecify.annotations.NullMarked;
