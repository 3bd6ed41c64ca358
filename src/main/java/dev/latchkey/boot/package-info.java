/**
 * What happens before the first request: the configuration is judged, the clock and the installation's secret are made, and a restored backup is made
 * safe.
 *
 * <p>Decided: one source of configuration, asked before the application does anything, begins standalone, or lets it run as configured, or refuses.
 * Because: that is the only moment when nothing has been touched yet. Costs: code that runs before injection and the log; and it stands below
 * everything, for it knows the standalone installation too.
 *
 * <p>Decided: what a restored backup revives is ended once, in the database, by the first node that knows from its settings when the backup was restored. Because: nothing
 * is then asked of each request, and one list says of every table what it revives. Costs: a node that is not told cannot know, and what staff
 * changed since (passwords, suspensions) is for people to repeat.
 */
@NullMarked
package dev.latchkey.boot;

import org.jspecify.annotations.NullMarked;
