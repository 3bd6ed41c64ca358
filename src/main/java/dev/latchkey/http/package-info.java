/**
 * How every endpoint answers: problems, entity tags, request ids, and the filters that each request passes.
 *
 * <p>Decided: one error shape (RFC 9457) for everything, the framework's own errors included, and one class knows which refusal is which status.
 * Because: a caller learns it once. Costs: mappers for exceptions that the framework would answer by itself.
 *
 * <p>Decided: each request has an id of ours for the log and the audit trail; the caller's {@code X-Request-Id} stands beside it and is what the
 * answer carries. Because: a caller could give all their requests one id, or another's. Costs: a caller who asks for help quotes their own id, which is found
 * as {@code callerRequestId}.
 *
 * <p>Decided: an entity tag is the hash of the answer, not a row's version. Because: an answer often shows several rows, and all of them count.
 * Costs: a tagged answer is written twice.
 *
 * <p>Decided: an act builds and writes its answer before it is committed ({@code AnswerSerialization}). Because: if the answer fails, the act must not have happened,
 * or a link would be spent and its client not signed in. Costs: an answer is written twice, and locks last until it is.
 *
 * <p>Decided: Jackson looks into our views to write them. Because: the writers that Quarkus 3.34 makes at build time overlook {@code @JsonUnwrapped}
 * and take {@code issuedOn} for a boolean; Blackbird was no faster (2,941 to 3,445 lists a second, 2,580 to 3,298 without). Costs: a part of the
 * quarter of its time that the application spends on writing a list.
 *
 * <p>Decided: no cache keeps an answer, but for the few that are for everyone and say so. Because: nearly all are personal, or open something.
 * Costs: an entity tag saves a transfer only to an application that keeps what it has read.
 */
@NullMarked
package dev.latchkey.http;

import org.jspecify.annotations.NullMarked;
