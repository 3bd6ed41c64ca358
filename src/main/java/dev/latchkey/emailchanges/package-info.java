/**
 * What a client hears of a change of their e-mail address.
 *
 * <p>Decided: the former address gets a letter that says nothing but that it was left. Because: a stranger who talks the clinic into another
 * address gets at the records, and only the former mailbox can say so. Costs: a family that shares the mailbox gets it, too.
 */
@NullMarked
package dev.latchkey.emailchanges;

import org.jspecify.annotations.NullMarked;
