import { saveReport } from '#lib/adoptions/server/save-report.ts';
import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { ReportInput } from '../report-schema.ts';
import type { VersionInput } from '../schema.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { takeStep } from './transition.ts';

/**
 * The visitor reports what was learned, what applies at home and what does not, with at least one
 * commitment or the reason why nothing is adopted.
 */
export async function reportVisit(ctx: Context, input: About<ReportInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'report');
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
