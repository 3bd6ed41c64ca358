/**
 * What runs when nothing is configured: an embedded PostgreSQL, a mailbox that needs no password, and the settings both
 * need. Never in production.
 *
 * <p>Decided: a child shell starts PostgreSQL and stops it when its standard input ends. Because: the kernel closes that pipe however
 * this process dies, so no server is left behind. Costs: a POSIX shell; no Windows.
 *
 * <p>Decided: of zonky's library we use the packed programs, and not its {@code EmbeddedPostgres}. Because: tried with a data directory of ours, it
 * makes a database whose superuser needs no password, does not start where a killed process left a server, and stops the server while the
 * application is still writing. Costs: six classes, none longer than a hundred lines.
 *
 * <p>Decided: what must outlive a live reload is a system property or a file, never an object. Because: each reload brings new classes
 * that cannot read the old ones' fields. Costs: letters are parsed again after each reload.
 */
@NullMarked
package dev.latchkey.standalone;

import org.jspecify.annotations.NullMarked;
