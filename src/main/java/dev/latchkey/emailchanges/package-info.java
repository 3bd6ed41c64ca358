/**
 * What a client hears of a change of their e-mail address, and how they confirm it.
 *
 * <p>Decided: the former address gets a letter that says nothing but that it was left. Because: a stranger who talks the clinic into another
 * address gets at the records, and only the former mailbox can say so. Costs: a family that shares the mailbox gets it, too.
 *
 * <p>Decided: staff may also ask the client to confirm an address, and then it counts when the link in the letter to it was followed: once, within
 * a day, and if the record still has the address that it replaces. Because: a mistyped address is a stranger's mailbox. Costs: until then login
 * links go to the former address, and a record without one has none.
 *
 * <p>Decided: one conditional update confirms, under a lock on the client. Because: of two clicks one may win, and whichever of a click and an
 * act of staff comes first, the other must find it. Costs: that rule is written in SQL, not on the entity.
 */
@NullMarked
package dev.latchkey.emailchanges;

import org.jspecify.annotations.NullMarked;
