/**
 * When clients come to the clinic.
 *
 * <p>Decided: an appointment is upcoming until it ends, in every status. Because: a client who is late still looks for it there. Costs:
 * lists compare with the end and are ordered by the start.
 *
 * <p>Decided: an appointment is an instant; the clock it is read by is its location's. Locations, practitioners and services show with today's names.
 * Because: a client who looks now must find a clinic that has moved. Costs: the past is shown with today's names too.
 *
 * <p>Decided: an appointment may overlap with another one. Because: groups, couples and students exist, and the
 * clinic's own calendar knows them. Costs: a double booking by mistake passes.
 */
@NullMarked
package dev.latchkey.appointments;

import org.jspecify.annotations.NullMarked;
