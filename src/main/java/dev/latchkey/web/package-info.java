/**
 * How every endpoint speaks HTTP.
 *
 * <p>Decided: one error shape (RFC 9457) for everything, the framework's own errors included; one class knows which refusal is which
 * status. Because: a caller learns it once. Costs: mappers for exceptions that the framework would answer by itself.
 *
 * <p>Decided: each request has an id of ours for the log and the audit trail, and the caller's {@code X-Request-Id} stands beside it and is
 * what the answer bears. Because: a caller could give all their requests one id, or another's. Costs: who asks for help quotes their own id,
 * which may have to be looked for as {@code callerRequestId}.
 *
 * <p>Decided: an entity tag is the hash of the answer, not a row's version. Because: an answer often shows several rows, and all of
 * them count. Costs: the answer is written twice when it is tagged.
 *
 * <p>Decided: an act builds and writes its answer before it is committed ({@code Showing}). Because: what cannot be shown must not have
 * been done, or a link would be spent and nobody signed in. Costs: an answer is written twice, and locks last until it is.
 *
 * <p>Decided: a body is collected by the event loop, and gets a worker when it is whole; uploads alone stream through a worker, and
 * only so many at once. Because: whoever sends slowly would otherwise hold all workers. Costs: memory for what has
 * come, an eighth of the heap for all of them together, beyond which they are refused if they are larger than 4 KiB; and HTTP/2, in which the framework takes no request
 * that has been read.
 *
 * <p>Decided: one worker serves a request from the question who is calling to the answer. Because: a thread gets its own database connection
 * again, which then need not be told twice who is calling. Costs: what needs no database takes a worker too, and uploads, whose bytes stream,
 * still pay that statement.
 *
 * <p>Decided: a node works on only so many requests at once, and refuses the others before a worker is taken. Because: work that waits in a queue
 * is done for somebody who has given up, and then for the same who asks again; so a node would not come back. Costs: a short burst that
 * could have waited is refused, with a 503 that says to come back in a second.
 *
 * <p>Decided: whoever waits for a turn, at Argon2 for one, leaves their place among those requests to others, and only a few may wait. Because: strangers
 * who guess passwords would else fill the node with their waiting. Costs: a thread for each of them, and for a moment one request too many.
 *
 * <p>Decided: Jackson looks into our views to write them. Because: the writers that Quarkus 3.34 can make at build time overlook
 * {@code @JsonUnwrapped}, and take {@code issuedOn} for a boolean: they write a {@code suedOn} beside it; and Jackson's Blackbird, which makes accessors at run time, was no
 * faster than the noise (2,941 to 3,445 lists a second, and 2,580 to 3,298 without). Costs: a part of the quarter of its time that the
 * application spends on writing a list.
 *
 * <p>Decided: no answer is kept by a cache, but for the few that are for everyone and say so. Because: nearly all are personal, or open
 * something, and one that is forgotten here is found years later on a shared computer. Costs: an entity tag saves a transfer only to an
 * application that keeps what it has read.
 */
@NullMarked
package dev.latchkey.web;

import org.jspecify.annotations.NullMarked;
