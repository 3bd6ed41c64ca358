/**
 * How often a caller, a mailbox or an account may do something: a limit, its count, and the networks by which callers are told apart.
 *
 * <p>Decided: a limit is one row in our database; a function there counts all limits of a request in one round trip, and no request waits for the disk.
 * Because: a count must be exact over any number of nodes and outlive the act it counts, and every endpoint with a limit pays for it. Costs: a database that crashes
 * forgets what was counted in the second before, and the rule is written in PL/pgSQL.
 *
 * <p>Decided: an endpoint without a login counts the caller's address before it reads the body. Because: judging a body takes time that the caller
 * does not pay for, and a refused body would not be counted. Costs: one round trip to the database at these endpoints.
 */
@NullMarked
package dev.latchkey.ratelimit;

import org.jspecify.annotations.NullMarked;
