/** The people and the clinics of the tests. The only place that knows addresses and JSON names. */
@NullMarked
package dev.latchkey.support;

import org.jspecify.annotations.NullMarked;
