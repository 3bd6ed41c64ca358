/**
 * Why a client has, or has not, come into the portal: what the clinic's desk is asked all day, answered from all that is known.
 *
 * <p>Decided: one situation and its next steps stand in front of the facts. Because: who is on the telephone needs a sentence to say, and not a
 * table to read. Costs: their order is a judgement of ours, and is written in one place ({@code ExplainingAccess}).
 */
@NullMarked
package dev.latchkey.portalaccess;

import org.jspecify.annotations.NullMarked;
