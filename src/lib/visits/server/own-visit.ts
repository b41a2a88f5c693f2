import { authorize, can, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import * as visits from './repository.ts';

/** What the caller learns of a visit after changing it. */
export interface VisitReceipt {
	readonly ref: string;
	readonly state: visits.VisitWithNames['state'];
	readonly version: number;
}

/** An action's input with the visit it is about. */
export type About<Input> = Input & { readonly ref: string };

const REF = /^[\w-]{1,40}$/;

/** A visit and the actor who may decide on it for the host. */
export async function asHost(
	ctx: Context,
	ref: string
): Promise<{ visit: visits.VisitWithNames; actor: Actor }> {
	const visit = await getOwn(ctx, ref);
	const actor = authorize(ctx.actor, {
		do: 'visit.decide',
		hostRegionCode: visit.hostRegionCode
	});
	return { visit, actor };
}

/** A visit of which the actor's region is a side; to everyone else it does not exist. */
export async function getOwn(ctx: Context, ref: string): Promise<visits.VisitWithNames> {
	requireActor(ctx.actor);
	const visit = REF.test(ref) ? await visits.findByRef(ctx.db, ref) : undefined;
	const isVisible =
		visit &&
		can(ctx.actor, {
			do: 'visit.view',
			hostRegionCode: visit.hostRegionCode,
			visitorRegionCode: visit.visitorRegionCode
		});
	if (!isVisible) throw new DomainError('not_found');
	return visit;
}

/** What the caller learns after a step. */
export async function receipt(ctx: Context, ref: string): Promise<VisitReceipt> {
	const visit = await getOwn(ctx, ref);
	return { ref: visit.ref, state: visit.state, version: visit.version };
}
