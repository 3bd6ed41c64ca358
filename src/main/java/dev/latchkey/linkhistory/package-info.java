/**
 * What became of the login links of a client, and how staff send one.
 */
@NullMarked
package dev.latchkey.linkhistory;

import org.jspecify.annotations.NullMarked;
