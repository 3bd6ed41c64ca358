/**
 * A clinic's portal: what it shows to people who have not signed in, and the link that leads there.
 */
@NullMarked
package dev.latchkey.portal;

import org.jspecify.annotations.NullMarked;
