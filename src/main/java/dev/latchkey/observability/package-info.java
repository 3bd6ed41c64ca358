/**
 * Seen from outside: metrics, readiness, traces and the log, for an operator who must not learn who its clients are.
 *
 * <p>Decided: what people do is counted where it is written to the audit trail, after the commit, and by events of the packages below.
 * Because: one place then knows all metrics, and no act can be counted that did not happen. Costs: a metric sees only what is on record
 * or has an event. A limit that was full counts at once, also where the act around it is rolled back and tried again.
 *
 * <p>Decided: requests are timed by a filter of our own, not by the framework's binder. Because: that one names what is refused
 * before an endpoint is found by its path, with ids in it and as many series as a caller cares to make; and it intercepts every endpoint.
 * Costs: the endpoint's template is read from an inner class of the framework ({@link dev.latchkey.framework.EndpointTemplates}).
 *
 * <p>Decided: a probe that may hang runs in a thread of its own, one of a kind at a time, and is waited for for a second. Because: a
 * probe or a scrape must be answered above all when something hangs. Costs: a thread that waits as long as the thing hangs.
 *
 * <p>Decided: a late answer counts as a failure only after five more seconds; a failed one counts at once. Because: a second is
 * soon over where the processor is short, and the others get busier when a busy node is taken away. Costs: a database that hangs, and does
 * not refuse, makes a node unready that much later.
 *
 * <p>Decided: the mail server makes no node unready. Because: letters wait in the database, and everything else goes on. Costs: the
 * readiness status alone does not show it; an alert does.
 */
@NullMarked
package dev.latchkey.observability;

import org.jspecify.annotations.NullMarked;
