import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { monthIndex } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { statusAfter } from '../workflow.ts';
import { chooseEntries, type StepInput, type StepResult, stepResult } from './choose-entries.ts';
import { entryProblems, entryWarnings, MONTHS_BACK } from './checks.ts';
import { expectedVolumes } from './expected-volumes.ts';
import * as entries from './repository.ts';
import { requireEnterable } from './scope.ts';

/**
 * Hands entries to the region's officers for review: those named, or every draft the actor may
 * enter. None is submitted unless all can be: `invalid` names what is missing, contradictory
 * or unusual without a note.
 */
export async function submitEntries(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const allowed = await requireEnterable(ctx, input.region);
		const { region, chosen } = await chooseEntries(ctx, input, 'submit', allowed);
		const month = monthIndex(input.month);
		const all = await entries.list(ctx.db, region.key, {
			kpiKeys: chosen.map(({ kpi }) => kpi.key),
			from: month - MONTHS_BACK,
			to: month
		});
		const kpis = await listKpis(ctx);
		const expectedOf = await expectedVolumes(ctx, region, month);

		const problems = chosen.flatMap(({ kpi, entry }) => {
			const prefix = input.kpis?.length === 1 ? '' : `${kpi.code}.`;
			const hard = entryProblems(kpi, entry);
			const found = hard.length > 0 ? hard : unexplained();
			return found.map((problem) => ({ ...problem, path: prefix + problem.path }));

			function unexplained(): FieldProblem[] {
				if (entry.note !== '') return [];
				const shareKpi = kpis.find(
					({ family, serviceCode }) => family === 'SLA' && serviceCode === kpi.serviceCode
				);
				const unusual = entryWarnings(kpi, entry, all, shareKpi, expectedOf(kpi));
				if (unusual.length === 0) return [];
				return [...unusual, { path: 'note', code: 'observation.noteNeeded' }];
			}
		});
		if (problems.length > 0) throw new DomainError('invalid', { fields: problems });

		for (const { entry } of chosen) {
			const now = ctx.now().toISOString();
			const isWritten = await entries.update(ctx.db, entry, {
				status: statusAfter('submit'),
				returnReason: null,
				submittedAt: now,
				firstSubmittedAt: entry.firstSubmittedAt ?? now,
				updatedAt: now
			});
			if (!isWritten) throw new DomainError('stale_version');
		}
		return stepResult(input, chosen);
	});
}
