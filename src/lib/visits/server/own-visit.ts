import { can, requireActor, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { sidesOf, type PeopleSide } from '../sides.ts';
import { isLegal, type VisitAction } from '../states.ts';
import { transitions } from '../transitions.ts';
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

export interface Acting {
	readonly visit: visits.VisitWithNames;
	readonly actor: Actor;
	readonly side: PeopleSide;
}

/**
 * A visit, and the side for which the actor does something to it: `not_found` to strangers,
 * `forbidden` to people of a side who may only look. Somebody who may act for both sides acts
 * for the one whose turn it is.
 * @param isTurnOf narrows the sides further, such as to the one that did not propose a change.
 */
export async function actingOn(
	ctx: Context,
	ref: string,
	action: VisitAction,
	isTurnOf: (side: PeopleSide, visit: visits.VisitWithNames) => boolean = () => true
): Promise<Acting> {
	const visit = await getOwn(ctx, ref);
	const actor = requireActor(ctx.actor);
	const able = sidesOf(actor, visit).filter((side) => transitions[action].sides.includes(side));
	const side =
		able.find((one) => isLegal(visit.state, action, one) && isTurnOf(one, visit)) ?? able[0];
	if (side === undefined) throw new DomainError('forbidden');
	return { visit, actor, side };
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
