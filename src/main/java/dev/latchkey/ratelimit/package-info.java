/**
 * How often a caller, a mailbox or an account may do something. A {@link dev.latchkey.ratelimit.Limit} is so many in such a time. A
 * {@link dev.latchkey.ratelimit.NamedLimit} has the one name that its buckets, its setting, the metric and the audit trail share. A bucket is what
 * one of them has of a limit. To spend is to put one into each bucket, or into none if one is full; to refund is to take them out again.
 *
 * <p>Decided: a bucket is one row in our database, and holds its theoretical arrival time (the generic cell rate algorithm); a function there counts
 * all buckets of a request in one round trip, and no request waits for the disk. Because: a count must be exact over any number of nodes and outlive
 * the act it counts, and every endpoint without a login pays for it. Costs: a database that crashes forgets what was counted in the second before,
 * and the rule is written in PL/pgSQL. Where an act counts in its own transaction, to save a round trip, what is counted is forgotten with the act.
 *
 * <p>Decided: an endpoint without a login counts the caller's address before it reads the body. Because: judging a body takes time that the caller
 * does not pay for, and a refused body would not be counted. Costs: one round trip to the database at these endpoints.
 *
 * <p>Decided: what counts by the caller's address alone is declared on the endpoint, and each feature counts the rest in its acts. Because: a mailbox
 * stands in the body, a session is known above this package, and a guess is a failure once it has failed. Costs: the limits of requests are one enum
 * here, because an annotation takes one.
 */
@NullMarked
package dev.latchkey.ratelimit;

import org.jspecify.annotations.NullMarked;
