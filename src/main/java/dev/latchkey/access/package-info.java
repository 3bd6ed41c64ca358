/**
 * Who is calling, and what they may do.
 *
 * <p>Decided: the access token says who opened a session; the session, read on every request, says whether they still may. Because:
 * signing out, archiving or a changed role must work at once, on every node. Costs: one primary-key read a request.
 *
 * <p>Decided: the operator's key and the choice token are opaque, and each is looked at only where it opens something: at the endpoints whose right
 * says so ({@code EndpointTokens}). Because: neither belongs to a session, and a key that is recognised elsewhere could also be guessed there. Costs:
 * the endpoint that takes a choice token checks it itself, and the paths are collected once at the first token.
 *
 * <p>Decided: a caller whose session has ended may still sign out of it, as the current one or by its id. Because: a second
 * click is no error. Costs: at those addresses, and for DELETE alone, the token of an ended session is accepted, without any right.
 */
@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
