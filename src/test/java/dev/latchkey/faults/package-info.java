/**
 * What an installation on two nodes withstands: faults that are injected under load, many times, each with a seed of its own. They take long, so
 * the profile {@code faults} runs them and nothing else does.
 *
 * <p>Decided: processes and a real balancer, with the nodes' own settings but for limits. Because: what is promised to callers is what
 * comes out of the balancer. Costs: HAProxy must be on the machine, and runs take seconds to minutes.
 *
 * <p>Decided: callers repeat only what a caller may: reading, asking, and what has a key. Because: a promise that holds for callers who repeat
 * blindly says nothing about those who must not. Costs: a redeemed link whose answer was lost counts as redeemed.
 */
@NullMarked
package dev.latchkey.faults;

import org.jspecify.annotations.NullMarked;
