import type { Context } from '#lib/core/context.ts';
import { newId } from '#lib/core/ids.ts';
import { dayOf } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { addMonthsToDay, checkMonths } from '../months.ts';
import * as reports from './report-repository.ts';

/** What the visitor says after a visit, as the body of `POST /visits/{ref}/report`. */
export interface ReportContent {
	readonly learned: string;
	readonly applicable: string;
	readonly not_applicable: string;
	/** To the asked questions, in their order; an empty text is no answer. */
	readonly answers?: readonly string[] | undefined;
	readonly commitments: readonly {
		readonly text: string;
		readonly owner_position: string;
		readonly due_date: string;
		readonly kpi?: string | null | undefined;
		readonly baseline?: number | null | undefined;
		readonly target?: number | null | undefined;
	}[];
	readonly not_adopted_reason?: string | null | undefined;
}

/**
 * Stores the report of a visit with its commitments and the days on which they are looked at
 * again, 3, 6 and 12 months from today. Call it inside the transaction of the step `report`,
 * which has decided that the actor may and that the content is in order.
 */
export async function saveReport(
	ctx: Pick<Context, 'db' | 'now'>,
	visit: { readonly id: string },
	content: ReportContent
): Promise<void> {
	const now = ctx.now();
	const today = dayOf(now);
	const commitments = content.commitments.map((one, position) => ({
		id: newId(),
		visitId: visit.id,
		position,
		text: one.text,
		ownerPosition: one.owner_position,
		dueDate: one.due_date,
		kpiCode: one.kpi ?? null,
		baseline: one.baseline ?? null,
		target: one.target ?? null
	}));
	const checks = commitments.flatMap(({ id }) =>
		checkMonths.map((months) => ({
			commitmentId: id,
			months,
			dueOn: addMonthsToDay(today, months)
		}))
	);
	const report = {
		visitId: visit.id,
		learned: content.learned,
		applicable: content.applicable,
		notApplicable: content.not_applicable,
		notAdoptedReason: content.not_adopted_reason?.trim() || null,
		reportedAt: now.toISOString()
	};
	await inTransaction(ctx, async ({ db }) => {
		await reports.replaceReport(db, report, commitments, checks);
		if (content.answers) await reports.setAnswers(db, visit.id, content.answers);
	});
}
