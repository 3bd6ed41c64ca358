/**
 * What an owner does about the clinic's staff: inviting, roles, leaving, security settings, the clinic's audit trail.
 *
 * <p>Decided: a member who leaves is suspended and never deleted. Because: what they did stays on record under their name, and restoring them is one step. Costs: their
 * address may sign in at another clinic meanwhile, and then they cannot be restored here.
 *
 * <p>Decided: this package uses those of signing in. Because: it ends sessions, resets and challenges, and asks owners for their password and code once more. Costs:
 * {@code staff} holds the member alone, and shows more of it than an id.
 */
@NullMarked
package dev.latchkey.staffadmin;

import org.jspecify.annotations.NullMarked;
