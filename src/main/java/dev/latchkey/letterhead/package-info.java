/**
 * What all letters of a clinic have in common: its name and how to reach it, its words at the beginning and the end, and how a language is written.
 *
 * <p>Decided: what a clinic writes itself is plain text, and refused if a mail program would make a link of a part: a name before the ending of a
 * domain that there is, by the list of Apache Commons Validator. Because: letters of the portal are trusted, and a stolen account at the desk must
 * not make them lead elsewhere. Costs: "closed.So" is refused for a blank that is missing, a title that ends like a domain must be known here, and
 * a new ending is known with the next version of the list.
 */
@NullMarked
package dev.latchkey.letterhead;

import org.jspecify.annotations.NullMarked;
