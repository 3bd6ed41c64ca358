/**
 * Who is calling, and what they may do.
 *
 * <p>Decided: the access token says who opened a session; the session, read on every request, says whether they still may. Because:
 * signing out, archiving or a changed role must work at once, on every node. Costs: one primary-key read a request.
 *
 * <p>Decided: JOSE through jose4j itself, with keys from the database. Because: the framework's JWT extension takes keys from
 * configuration, and ours rotate by themselves. Costs: one authentication mechanism of our own.
 *
 * <p>Decided: the operator's key and the choice token are opaque, and they are told apart from access tokens by comparing
 * hashes with the one key and by the one path that takes a choice token. Because: neither belongs to a session. Costs: the endpoint
 * that takes a choice token checks it itself.
 */
@NullMarked
package dev.latchkey.access;

import org.jspecify.annotations.NullMarked;
