/**
 * The practices on the portal, and what their appointments refer to.
 *
 * <p>Decided: a location has a time zone of its own, the clinic's unless it says otherwise. Because: a clinic may have rooms on both
 * sides of a border. Costs: wherever a time is read, the location is asked.
 *
 * <p>Decided: what is listed by name has no case, and the database alone says what that means: a cursor carries the name as it is
 * written. Because: Java and PostgreSQL do not lower every letter alike, and a page would skip or repeat rows. Costs: the place is lowered again for every page.
 */
@NullMarked
package dev.latchkey.clinics;

import org.jspecify.annotations.NullMarked;
