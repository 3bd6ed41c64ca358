/**
 * What all letters of a clinic have in common: its name and how to reach it, its words at the beginning and the end, and how a language is written.
 */
@NullMarked
package dev.latchkey.letterhead;

import org.jspecify.annotations.NullMarked;
