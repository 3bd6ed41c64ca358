/**
 * The practices on the portal, and what their appointments refer to.
 *
 * <p>Decided: a location has a time zone of its own, the clinic's unless it says otherwise. Because: a clinic may have rooms on both
 * sides of a border. Costs: wherever a time is read, the location is asked.
 *
 * <p>Decided: which time zones there are stands in a list of ours ({@code clinics/time-zones.txt}), and Java tells their rules. Because: each
 * release of Java knows others, and a node must neither refuse what another one takes nor fail on what it has stored. Costs: a node with an
 * older Java cannot tell the day of some clinics, and says so when it starts; the list is extended when a test asks for it.
 *
 * <p>Decided: what is listed by name has no case, and the database alone says what that means: a cursor carries the name as it is
 * written. Because: Java and PostgreSQL do not lower every letter alike, and a page would skip or repeat rows. Costs: the place is lowered again for every page.
 */
@NullMarked
package dev.latchkey.clinics;

import org.jspecify.annotations.NullMarked;
