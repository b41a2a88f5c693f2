import { can, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { ObservationImport } from '#lib/database/tables/imports.ts';
import * as imports from './import-repository.ts';

/** Whom an import belongs to: people of the agency, or of the institution, see each other's. */
export interface ImportOwner {
	readonly regionCode: string;
	/** Null for the institution's admin. */
	readonly agencyId: string | null;
}

/** As whom an actor imports into a region: its agency's, or the institution's. */
export function ownerFor(actor: Actor, regionCode: string): ImportOwner {
	const grant = actor.grants.find(
		({ agencyId }) =>
			agencyId !== null && can(actor, { do: 'observation.enter', regionCode, agencyId })
	);
	const isAdmin = can(actor, { do: 'observation.enter', regionCode, agencyId: null });
	return { regionCode, agencyId: isAdmin ? null : (grant?.agencyId ?? null) };
}

/** The name under which an owner's columns are remembered. */
export function memoryKey({ regionCode, agencyId }: ImportOwner): string {
	return agencyId ?? regionCode;
}

/** Whether an actor may see an import, and go on with it. */
export function maySee(
	actor: Actor,
	{ regionCode, agencyId }: Pick<ObservationImport, 'regionCode' | 'agencyId'>
): boolean {
	return regionCode !== null && can(actor, { do: 'observation.enter', regionCode, agencyId });
}

/** An import that the actor may see; `not_found` for any other. */
export async function requireImport(ctx: Context, id: string): Promise<ObservationImport> {
	const actor = requireActor(ctx.actor);
	const found = await imports.find(ctx.db, id);
	if (!found || !maySee(actor, found)) throw new DomainError('not_found');
	return found;
}

/** The same, still waiting to be applied; `illegal_transition` when that is over. */
export async function requirePreview(ctx: Context, id: string): Promise<ObservationImport> {
	const found = await requireImport(ctx, id);
	if (found.state !== 'preview') {
		throw new DomainError('illegal_transition', { message: 'import.isOver' });
	}
	return found;
}
