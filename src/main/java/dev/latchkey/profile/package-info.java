/**
 * A client's own profile, and which sections of the portal they are shown.
 *
 * <p>Decided: a section is required by an annotation on the endpoints ({@link dev.latchkey.profile.InSection}), from what a node remembers for ten
 * seconds. Because: each request of a client would ask the database once more. Costs: a section that goes off is shown a few seconds longer.
 */
@NullMarked
package dev.latchkey.profile;

import org.jspecify.annotations.NullMarked;
