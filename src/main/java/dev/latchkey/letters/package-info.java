/**
 * What a clinic says about its letters in its own words, and what they then look like.
 *
 * <p>Decided: greeting and signature are plain text, and refused if a mail program would make a link of a part. Because: letters of the portal are
 * trusted, and a stolen account at the desk must not make them lead elsewhere. Costs: a clinic's website does not stand in its signature.
 */
@NullMarked
package dev.latchkey.letters;

import org.jspecify.annotations.NullMarked;
