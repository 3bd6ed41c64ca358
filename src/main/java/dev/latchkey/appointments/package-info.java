/**
 * When clients come to the clinic.
 *
 * <p>Decided: an appointment is upcoming until it ends, in every status. Because: a client who is late still looks for it there. Costs:
 * lists compare with the end and are ordered by the start.
 *
 * <p>Decided: an appointment is an instant; the clock it is read by is its location's. What it refers to shows as it is called today.
 * Because: a moved clinic or a changed name must be found by who looks now. Costs: the past is shown with today's names.
 *
 * <p>Decided: nobody is refused because somebody else is booked at that time. Because: groups, couples and students exist, and the
 * clinic's own calendar knows them. Costs: a double booking by mistake passes.
 */
@NullMarked
package dev.latchkey.appointments;

import org.jspecify.annotations.NullMarked;
