import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { roleIn, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Visit } from '#lib/database/tables/visits.ts';
import { notify, type NotificationTemplate } from '#lib/notifications/server/use-cases.ts';
import { nextState, type Side, type VisitAction } from '../states.ts';
import * as visits from './repository.ts';

const HOST_READERS = ['secretary', 'agency_head', 'institution_admin'] as const;
const VISITOR_READERS = ['secretary', 'agency_head', 'delegate', 'institution_admin'] as const;

export interface Step {
	readonly visit: visits.VisitWithNames;
	readonly actor: Actor;
	readonly side: Exclude<Side, 'system'>;
	readonly action: VisitAction;
	/** The version the actor saw. */
	readonly version: number;
	readonly changes?: Partial<Visit>;
	/** Shown in the timeline; no personal data. */
	readonly detail?: Readonly<Record<string, string | number>>;
	/** What the other side is told, if anything. */
	readonly template?: NotificationTemplate;
}

/**
 * Refuses a step before anything is read or written for it: a version that is no longer current
 * with `stale_version` (who changed what comes first), an action out of place with
 * `illegal_transition`. Returns the state that follows.
 */
export async function checkStep(
	ctx: Context,
	{ visit, side, action, version }: Pick<Step, 'visit' | 'side' | 'action' | 'version'>
): Promise<Visit['state']> {
	if (visit.version !== version) throw await staleVersion(ctx, visit);
	return nextState(visit.state, action, side);
}

/**
 * Moves a visit to its next state, inside the caller's transaction: compare-and-set on the
 * version, the event, and the messages to the other side. A stale version names who changed what.
 */
export async function takeStep(ctx: Context, step: Step): Promise<void> {
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
	await visits.appendEvent(ctx.db, {
		visitId: visit.id,
		action,
		fromState: visit.state,
		toState: state,
		accountId: actor.accountId,
		role: roleIn(actor, ownRegion),
		side,
		detail: JSON.stringify(step.detail ?? {}),
		happenedAt: now
	});
	if (step.template) await tellOtherSide(ctx, visit, side, step.template, version);
}

/** Tells the people of the other side; `eventVersion` keeps two events apart. */
export async function tellOtherSide(
	ctx: Pick<Context, 'db' | 'now'>,
	visit: Pick<
		visits.VisitWithNames,
		'id' | 'ref' | 'hostRegionCode' | 'visitorRegionCode' | 'hostName' | 'visitorName'
	>,
	side: 'visitor' | 'host',
	template: NotificationTemplate,
	eventVersion: number
): Promise<void> {
	const isHost = side === 'host';
	const readers = await accountIdsInRegion(
		ctx,
		isHost ? visit.visitorRegionCode : visit.hostRegionCode,
		isHost ? VISITOR_READERS : HOST_READERS
	);
	await notify(ctx, readers, `visit ${visit.id} ${String(eventVersion)} ${template}`, {
		template,
		data: { ref: visit.ref, region: isHost ? visit.hostName : visit.visitorName }
	});
}

async function staleVersion(ctx: Context, visit: visits.VisitWithNames): Promise<DomainError> {
	const current = await visits.findByRef(ctx.db, visit.ref);
	const last = (await visits.listEvents(ctx.db, visit.id)).at(-1);
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
