/**
 * The practices on the portal, and what their appointments refer to.
 *
 * <p>Decided: a location has a time zone of its own, the clinic's unless it says otherwise. Because: a clinic may have rooms on both
 * sides of a border. Costs: wherever a time is read, the location is asked.
 */
@NullMarked
package dev.latchkey.clinics;

import org.jspecify.annotations.NullMarked;
