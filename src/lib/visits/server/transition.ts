import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { roleIn, type Actor, type Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Visit } from '#lib/database/tables/visits.ts';
import { notify, type NotificationTemplate } from '#lib/notifications/server/use-cases.ts';
import { otherSide, type PeopleSide } from '../sides.ts';
import { nextState, type Side, type VisitAction } from '../states.ts';
import { transitions } from '../transitions.ts';
import { releaseClaims } from './claims.ts';
import * as history from './events-repository.ts';
import * as pending from './offers-repository.ts';
import * as visits from './repository.ts';

/** Who reads what a side is told. */
const READERS = {
	host: ['secretary', 'agency_head', 'institution_admin'],
	visitor: ['secretary', 'agency_head', 'delegate', 'institution_admin']
} as const satisfies Record<PeopleSide, readonly Role[]>;

export interface Step {
	readonly visit: visits.VisitWithNames;
	/** Null for a timer. */
	readonly actor: Actor | null;
	readonly side: Side;
	readonly action: VisitAction;
	/** The version the actor saw. */
	readonly version: number;
	readonly changes?: Partial<Visit>;
	/** Shown in the timeline. */
	readonly detail?: Readonly<Record<string, unknown>>;
	/** What is told in place of the transition's own message. */
	readonly template?: NotificationTemplate;
}

/**
 * Refuses a step before anything is read or written for it: a version that is no longer current
 * with `stale_version` (who changed what comes first), an action out of place with
 * `illegal_transition`. Returns the state that follows.
 */
export async function checkStep(
	ctx: Pick<Context, 'db'>,
	{ visit, side, action, version }: Pick<Step, 'visit' | 'side' | 'action' | 'version'>
): Promise<Visit['state']> {
	if (visit.version !== version) throw await staleVersion(ctx, visit);
	return nextState(visit.state, action, side);
}

/**
 * Moves a visit to its next state, inside the caller's transaction: compare-and-set on the
 * version, the event, the messages to the other side, and the release of what it held where it
 * comes to an end. Claims of sessions come after it. A stale version names who changed what.
 */
export async function takeStep(ctx: Pick<Context, 'db' | 'now'>, step: Step): Promise<void> {
	const { visit, actor, side, action, version } = step;
	const state = await checkStep(ctx, step);
	const now = ctx.now().toISOString();

	const isCurrent = await visits.update(ctx.db, visit.id, version, {
		...step.changes,
		state,
		updatedAt: now
	});
	if (!isCurrent) throw await staleVersion(ctx, visit);

	const ownRegion = side === 'host' ? visit.hostRegionCode : visit.visitorRegionCode;
	await history.appendEvent(ctx.db, {
		visitId: visit.id,
		action,
		fromState: visit.state,
		toState: state,
		accountId: actor?.accountId ?? null,
		role: actor && roleIn(actor, ownRegion),
		side,
		detail: JSON.stringify(step.detail ?? {}),
		happenedAt: now
	});
	if (transitions[action].claims === 'release') {
		await releaseClaims(ctx, visit.hostRegionCode, visit.id);
		await pending.removeOffers(ctx.db, visit.id);
	}
	const template = step.template ?? transitions[action].tells;
	if (template === null) return;
	const told: readonly PeopleSide[] = side === 'system' ? ['host', 'visitor'] : [otherSide(side)];
	for (const one of told) {
		await tell(ctx, visit, one, { template, event: String(version) });
	}
}

interface News {
	readonly template: NotificationTemplate;
	/** Keeps two events of a visit apart: the same event is told once. */
	readonly event: string;
	/** Who is told, of the people who may act for the side; by default all of them. */
	readonly roles?: readonly Role[];
}

/** Tells the people of a side what happened to their visit. */
export async function tell(
	ctx: Pick<Context, 'db' | 'now'>,
	visit: Pick<
		visits.VisitWithNames,
		'id' | 'ref' | 'hostRegionCode' | 'visitorRegionCode' | 'hostName' | 'visitorName'
	>,
	side: PeopleSide,
	{ template, event, roles = READERS[side] }: News
): Promise<void> {
	const isHost = side === 'host';
	const regionCode = isHost ? visit.hostRegionCode : visit.visitorRegionCode;
	const readers = await accountIdsInRegion(ctx, regionCode, roles);
	await notify(ctx, readers, `visit ${visit.id} ${event} ${template}`, {
		template,
		data: { ref: visit.ref, region: isHost ? visit.visitorName : visit.hostName }
	});
}

async function staleVersion(
	ctx: Pick<Context, 'db'>,
	visit: visits.VisitWithNames
): Promise<DomainError> {
	const current = await visits.findByRef(ctx.db, visit.ref);
	const last = (await history.listEvents(ctx.db, visit.id)).at(-1);
	return new DomainError('stale_version', {
		...(last && { message: `visit.stale.${last.side}` }),
		extra: {
			state: current?.state,
			version: current?.version,
			changed_by_side: last?.side,
			changed_by_role: last?.role,
			changed_action: last?.action,
			changed_at: last?.happenedAt
		}
	});
}
