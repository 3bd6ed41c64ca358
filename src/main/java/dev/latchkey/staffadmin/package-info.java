/**
 * What an owner does about those who work at the clinic: inviting, roles, leaving, security settings, the clinic's audit trail.
 *
 * <p>Decided: a member who leaves is suspended and never deleted. Because: what they did stays theirs, and restoring them is one step. Costs: their
 * address may sign in at another clinic meanwhile, and then they cannot be restored here.
 *
 * <p>Decided: it stands below signing in. Because: it ends what signing in began, and asks owners for their password and code once more. Costs:
 * {@code staff} holds the member alone, and shows more of it than an id.
 */
@NullMarked
package dev.latchkey.staffadmin;

import org.jspecify.annotations.NullMarked;
