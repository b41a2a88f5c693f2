import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { can, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import { parseDecimal } from '#lib/core/decimal.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import type {
	CommitmentCheck,
	VisitFeedback,
	VisitReport
} from '#lib/database/tables/after-visit.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { sideOf } from '#lib/visits/server/messages.ts';
import { getOwn } from '#lib/visits/server/own-visit.ts';
import { getVisit, type VisitWithNames } from '#lib/visits/server/read-visits.ts';
import { sidesOf } from '#lib/visits/sides.ts';
import type { CheckInput, FeedbackInput } from '../schema.ts';
import { adoptionRights, listAdoptionsOfVisit, type AdoptionWithNames } from './adoptions.ts';
import * as reports from './report-repository.ts';

const READERS = ['secretary', 'agency_head', 'institution_admin'] as const;
const FINISHED = ['completed', 'reported', 'closed'];

export interface CommitmentWithChecks {
	readonly id: string;
	readonly text: string;
	readonly ownerPosition: string;
	readonly dueDate: string;
	readonly kpiName: string | null;
	readonly baseline: number | null;
	readonly target: number | null;
	readonly checks: readonly CommitmentCheck[];
}

export interface AfterVisit {
	readonly visit: VisitWithNames;
	readonly side: 'visitor' | 'host';
	readonly report: VisitReport | null;
	readonly questions: readonly {
		readonly position: number;
		readonly question: string;
		readonly answer: string | null;
	}[];
	readonly commitments: readonly CommitmentWithChecks[];
	readonly feedback: {
		readonly mayGive: boolean;
		readonly own: VisitFeedback | null;
		/** Null until both sides have given theirs. */
		readonly other: VisitFeedback | null;
	};
	readonly adoptions: readonly AdoptionWithNames[];
	/** What the host has published, to record an adoption of. */
	readonly innovations: readonly { readonly slug: string; readonly title: string }[];
	readonly mayCheck: boolean;
	readonly mayRecord: boolean;
	readonly mayConfirm: boolean;
}

/** What came of a visit, for its two sides only. */
export async function getAfterVisit(ctx: Context, ref: string): Promise<AfterVisit> {
	const { visit, questions } = await getVisit(ctx, ref);
	const side = sideOf(requireActor(ctx.actor), visit);
	const checks = await reports.listChecks(ctx.db, visit.id);
	const feedback = await reports.listFeedback(ctx.db, visit.id);
	const own = feedback.find((one) => one.side === side) ?? null;
	const other = feedback.find((one) => one.side !== side) ?? null;
	const { innovations } = await listInnovations(ctx, { region: visit.hostRegionCode });
	const kpis = await listKpis(ctx);
	const kpiName = (code: string | null) => {
		const kpi = kpis.find((candidate) => candidate.code === code);
		return kpi ? (ctx.locale === 'en' ? kpi.nameEn : kpi.nameId) : code;
	};
	const rights = adoptionRights(ctx, visit);
	return {
		visit,
		side,
		report: (await reports.findReport(ctx.db, visit.id)) ?? null,
		questions,
		commitments: (await reports.listCommitments(ctx.db, visit.id)).map((commitment) => ({
			...commitment,
			kpiName: kpiName(commitment.kpiCode),
			checks: checks.filter(({ commitmentId }) => commitmentId === commitment.id)
		})),
		feedback: {
			mayGive:
				own === null && FINISHED.includes(visit.state) && sidesOf(ctx.actor, visit).includes(side),
			own,
			other: own === null ? null : other
		},
		adoptions: await listAdoptionsOfVisit(ctx, ref),
		innovations: innovations.map(({ slug, titleId, titleEn }) => ({
			slug,
			title: (ctx.locale === 'en' ? titleEn : null) ?? titleId
		})),
		mayCheck: mayCheck(ctx, visit),
		...rights
	};
}

/** The region that promised says how a commitment stands at one of its checks. */
export async function checkCommitment(
	ctx: Context,
	input: CheckInput & { readonly ref: string }
): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	if (!mayCheck(ctx, visit)) throw new DomainError('forbidden');
	const value = input.value === '' ? null : parseDecimal(input.value);
	if (input.value !== '' && value === null) throw invalidField('value', 'field.number');
	const isKnown = await reports.setCheck(ctx.db, visit.id, {
		commitmentId: input.commitment,
		months: input.months,
		status: input.status,
		value,
		note: input.note,
		checkedAt: ctx.now().toISOString()
	});
	if (!isKnown) throw new DomainError('not_found');
}

/** One side's feedback on a finished visit. The other side reads it once it has given its own. */
export async function giveFeedback(
	ctx: Context,
	input: FeedbackInput & { readonly ref: string }
): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	if (!FINISHED.includes(visit.state)) {
		throw new DomainError('illegal_transition', { message: 'feedback.tooEarly' });
	}
	const side = sideOf(requireActor(ctx.actor), visit);
	// Each side speaks once, so whoever may only look on does not use it up.
	if (!sidesOf(ctx.actor, visit).includes(side)) throw new DomainError('forbidden');
	const { rating, text } = input;
	try {
		const createdAt = ctx.now().toISOString();
		await reports.insertFeedback(ctx.db, { visitId: visit.id, side, rating, text, createdAt });
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new DomainError('conflict', { message: 'feedback.given' });
	}
}

const MAX_REMINDERS = 200;

/** Reminds the region that promised, once for each check that has come due. */
export async function remindOfCommitments(ctx: Pick<Context, 'db' | 'now'>): Promise<number> {
	const now = ctx.now();
	const due = await reports.listDueChecks(ctx.db, dayOf(now), MAX_REMINDERS);
	for (const check of due) {
		await inTransaction(ctx, async (inner) => {
			await reports.markReminded(inner.db, check, now.toISOString());
			const readers = await accountIdsInRegion(inner, check.visitorRegionCode, READERS);
			const event = `commitment ${check.visitId} ${String(check.months)}`;
			await notify(inner, readers, event, {
				template: 'commitment_due',
				data: { ref: check.ref, region: check.visitorName }
			});
		});
	}
	return due.length;
}

function mayCheck({ actor }: Context, visit: VisitWithNames): boolean {
	return can(actor, { do: 'adoption.record', regionCode: visit.visitorRegionCode });
}
