import { saveReport } from '#lib/adoptions/server/save-report.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { ReportInput } from '../report-schema.ts';
import type { VersionInput } from '../schema.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { listQuestions } from './repository.ts';
import { takeStep } from './transition.ts';

/**
 * The visitor reports what was learned, what applies at home and what does not, what the asked
 * questions were answered, and at least one commitment or the reason why nothing is adopted.
 */
export async function reportVisit(ctx: Context, input: About<ReportInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'report');
	await requireKnown(ctx, acting.visit.id, input);
	const { version, learned, applicable, not_applicable, commitments, not_adopted_reason } = input;
	await inTransaction(ctx, async (inner) => {
		await takeStep(inner, {
			...acting,
			action: 'report',
			version,
			detail: { learned, applicable, not_applicable, commitments, not_adopted_reason }
		});
		await saveReport(inner, acting.visit, input);
	});
	return receipt(ctx, input.ref);
}

/** Answers belong to questions that were asked, and values to a KPI of the catalogue. */
async function requireKnown(
	ctx: Context,
	visitId: string,
	{ answers = [], commitments }: ReportInput
): Promise<void> {
	const fields: FieldProblem[] = [];
	const asked = await listQuestions(ctx.db, visitId);
	if (answers.length > asked.length) {
		fields.push({ path: 'answers', code: 'visit.report.manyAnswers' });
	}
	const known = new Set((await listKpis(ctx)).map(({ code }) => code));
	for (const [i, { kpi, baseline, target }] of commitments.entries()) {
		const hasValues = (baseline ?? target ?? null) !== null;
		if (kpi ? !known.has(kpi) : hasValues) {
			const code = kpi ? 'kpi.unknown' : 'visit.report.kpiMissing';
			fields.push({ path: `commitments.${String(i)}.kpi`, code, values: { code: kpi ?? '' } });
		}
	}
	if (fields.length > 0) throw new DomainError('invalid', { fields });
}

/** The host confirms the facts of the report, which ends the visit. */
export async function confirmReport(
	ctx: Context,
	input: About<VersionInput>
): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'confirm_report');
	await inTransaction(ctx, (inner) =>
		takeStep(inner, { ...acting, action: 'confirm_report', version: input.version })
	);
	return receipt(ctx, input.ref);
}
