/**
 * What a clinic says about its letters in its own words, and what they then look like.
 */
@NullMarked
package dev.latchkey.letters;

import org.jspecify.annotations.NullMarked;
