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
