/** What a form with a file says, as browsers and HTTP libraries write it: its parts, and the file's name. */
@NullMarked
package dev.latchkey.forms;

import org.jspecify.annotations.NullMarked;
