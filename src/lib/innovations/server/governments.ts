import { type Actor, regionsOf } from '#lib/core/access.ts';

/** Whether a reader counts as a government: someone with a role in any region. */
export function isGovernment(actor: Actor | null): boolean {
	return regionsOf(actor).length > 0;
}
