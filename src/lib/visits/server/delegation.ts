import {
	listAttachments,
	ownersWith,
	removeAttachment
} from '#lib/attachments/server/use-cases.ts';
import { can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId, newReference } from '#lib/core/ids.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { VisitDelegate } from '#lib/database/tables/visit-parts.ts';
import { parseAgenda, type AgendaItem } from '../agenda.ts';
import type {
	AgendaInput,
	CheckInInput,
	DelegateInput,
	RemoveDelegateInput
} from '../parts-schema.ts';
import { getOwn, type About } from './own-visit.ts';
import * as parts from './parts-repository.ts';
import type { VisitWithNames } from './repository.ts';

export interface Delegation {
	readonly visit: VisitWithNames;
	readonly delegates: VisitDelegate[];
	readonly agenda: AgendaItem[];
	/** What is left a year after the visit. */
	readonly counts: { readonly listed: number; readonly attended: number } | null;
	/** The code that proves that the delegation stands before the host; shown to the host. */
	readonly checkInCode: string | null;
	readonly mayList: boolean;
	readonly mayHost: boolean;
}

/** Who comes and what happens when, for the two sides only. */
export async function getDelegation(ctx: Context, ref: string): Promise<Delegation> {
	const visit = await getOwn(ctx, ref);
	const { mayList, mayHost } = rightsOf(ctx, visit);
	const attendance = await parts.findAttendance(ctx.db, visit.id);
	return {
		visit,
		delegates: await parts.listDelegates(ctx.db, visit.id),
		agenda: await parts.listAgenda(ctx.db, visit.id),
		counts: attendance?.reducedAt
			? { listed: attendance.listed ?? 0, attended: attendance.attended ?? 0 }
			: null,
		checkInCode: mayHost ? attendance?.checkInCode || null : null,
		mayList,
		mayHost
	};
}

/** Adds a person to the delegation; no more than the visit was agreed for. */
export async function addDelegate(ctx: Context, input: About<DelegateInput>): Promise<void> {
	const visit = await asVisitor(ctx, input.ref);
	const { ref: _ref, job_position: jobPosition, ...person } = input;
	await inTransaction(ctx, async ({ db, now }) => {
		const attendance = await parts.findAttendance(db, visit.id);
		if (attendance?.reducedAt) throw invalidField('name', 'delegate.reduced');
		const listed = await parts.listDelegates(db, visit.id);
		if (listed.length >= visit.people) {
			throw invalidField('name', 'delegate.tooMany', { max: visit.people });
		}
		await parts.insertDelegate(db, {
			...person,
			jobPosition,
			id: newId(),
			visitId: visit.id,
			attendedAt: null,
			createdAt: now().toISOString()
		});
	});
}

export async function removeDelegate(
	ctx: Context,
	input: About<RemoveDelegateInput>
): Promise<void> {
	const visit = await asVisitor(ctx, input.ref);
	if (!(await parts.removeDelegate(ctx.db, visit.id, input.id))) throw new DomainError('not_found');
}

/** The host opens the attendance: from now on there is a code to say at the door. */
export async function openAttendance(ctx: Context, ref: string): Promise<void> {
	const visit = await asHostOf(ctx, ref);
	await parts.insertAttendance(ctx.db, {
		visitId: visit.id,
		checkInCode: newReference('H').slice(2),
		listed: null,
		attended: null,
		reducedAt: null
	});
}

/** Says who is there. The host may at any time; the visitor with the code that the host gives. */
export async function checkIn(ctx: Context, input: About<CheckInInput>): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	const { mayList, mayHost } = rightsOf(ctx, visit);
	if (!mayList && !mayHost) throw new DomainError('forbidden');
	const attendance = await parts.findAttendance(ctx.db, visit.id);
	const code = input.code.toUpperCase().replaceAll(/\s/g, '');
	if (!mayHost && (!attendance?.checkInCode || attendance.checkInCode !== code)) {
		throw invalidField('code', 'delegate.codeWrong');
	}
	await inTransaction(ctx, ({ db, now }) =>
		parts.setPresent(db, visit.id, input.present, now().toISOString())
	);
}

/** The host's programme, a line for each item. */
export async function saveAgenda(ctx: Context, input: About<AgendaInput>): Promise<void> {
	const visit = await asHostOf(ctx, input.ref);
	const items = parseAgenda(input.agenda);
	if ('badLine' in items) {
		throw invalidField('agenda', 'agenda.badLine', { line: items.badLine });
	}
	await inTransaction(ctx, ({ db }) => parts.replaceAgenda(db, visit.id, items));
}

const KEPT_DAYS = 365;
const MAX_REDUCED = 200;

/** A year after a visit only the counts of its delegation are left: no names, no scanned list. */
export async function reduceDelegations(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
	const at = ctx.now();
	const before = new Date(at.getTime() - KEPT_DAYS * 24 * 3_600_000).toISOString().slice(0, 10);
	const visits = await parts.listToReduce(ctx.db, before, MAX_REDUCED);
	for (const counts of visits) {
		await inTransaction(ctx, ({ db }) => parts.reduceToCounts(db, counts, at.toISOString()));
	}
	await removeOldLists(ctx, before);
	return visits.length;
}

/** The scanned list of a delegation names its people as well, so it goes with them. */
async function removeOldLists(ctx: Pick<Context, 'db' | 'now'>, before: string): Promise<void> {
	const asNobody = { ...ctx, actor: null, locale: 'id' } as const;
	const scanned = await ownersWith(ctx, 'visit', 'delegation');
	for (const ref of await parts.listPast(ctx.db, scanned, before)) {
		const owner = { ownerKind: 'visit', ownerId: ref } as const;
		for (const { id, purpose } of await listAttachments(ctx, owner)) {
			if (purpose === 'delegation') await removeAttachment(asNobody, owner, id);
		}
	}
}

function rightsOf(
	{ actor }: Context,
	visit: VisitWithNames
): { mayList: boolean; mayHost: boolean } {
	const { hostRegionCode, visitorRegionCode } = visit;
	return {
		mayList: can(actor, { do: 'visit.withdraw', visitorRegionCode }),
		mayHost: can(actor, { do: 'visit.decide', hostRegionCode })
	};
}

async function asVisitor(ctx: Context, ref: string): Promise<VisitWithNames> {
	const visit = await getOwn(ctx, ref);
	requireActor(ctx.actor);
	if (!rightsOf(ctx, visit).mayList) throw new DomainError('forbidden');
	return visit;
}

async function asHostOf(ctx: Context, ref: string): Promise<VisitWithNames> {
	const visit = await getOwn(ctx, ref);
	if (!rightsOf(ctx, visit).mayHost) throw new DomainError('forbidden');
	return visit;
}
