/**
 * What one node takes on at once: bodies that arrive, uploads, requests in work, and requests that wait for a bulkhead.
 *
 * <p>Decided: the event loop collects a body, and a request gets a worker when its body is whole; only uploads stream through a worker, and only so
 * many at once. Because: slow senders would otherwise hold all workers. Costs: memory for what has come, an eighth of the heap for all of
 * them together, beyond which bodies above 4 KiB are refused.
 *
 * <p>Decided: a node collects bodies itself, though a balancer can do it. Because: a node may stand alone, or behind a balancer that streams.
 * Tried: behind HAProxy (option http-buffer-request, tune.bufsize 81920) {@code BeingFloodedIT} holds without our own collecting too, for 160 MB of
 * the balancer's memory; without both, a small body gets no answer while 2,000 large ones are on their way. Costs: this code.
 *
 * <p>Decided: a node speaks HTTP/1.1 only. Because: the framework pauses each request that it takes, and with HTTP/2 Vert.x throws there for one
 * whose body was collected before ("Request has already been read", a 500); only a wrapper of an internal class would keep it quiet. Costs:
 * browsers speak HTTP/2 to the balancer, and the balancer HTTP/1.1 to the node.
 *
 * <p>Decided: one worker serves a request from the question who is calling to the answer. Because: a thread gets its own database connection again,
 * which then need not be told twice who is calling. Costs: a request that needs no database takes a worker too, and uploads still pay for that
 * statement.
 *
 * <p>Decided: a node works on only so many requests at once and refuses the others before they take a worker. Because: work that waits in a queue is
 * done for a caller who has given up, so a node would not recover. Costs: a short burst that could have waited gets a 503 that says to come back in
 * a second.
 *
 * <p>Decided: a request that waits for a bulkhead, such as that of Argon2, gives its permit to others, and only a few may wait. Because: strangers who guess
 * passwords would otherwise fill the node with their waiting. Costs: a thread for each of them, and for a moment one request too many.
 */
@NullMarked
package dev.latchkey.overload;

import org.jspecify.annotations.NullMarked;
