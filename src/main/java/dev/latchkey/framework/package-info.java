/**
 * What leans on the insides of Quarkus, RESTEasy Reactive, Vert.x, Agroal or OpenTelemetry, and on nothing of ours.
 *
 * <p>Decided: only here is something decided by a stack trace, by the name of another's class or by a type its maker calls internal. Because: an
 * upgrade may change each of them without a word, and a reader must find all of them in one place. Costs: each has a test that names the upgrade it
 * guards, and a feature asks this package where it could have asked the library.
 */
@NullMarked
package dev.latchkey.framework;

import org.jspecify.annotations.NullMarked;
