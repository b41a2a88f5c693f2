import type { Context } from '#lib/core/context.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { ObservationRowInput } from '../schema.ts';
import { mayTake, statusAfter } from '../workflow.ts';
import { entryProblems } from './checks.ts';
import { emptyEntry } from './new-entry.ts';
import { keepPublished } from './published-counts.ts';
import { sameNumbers, typedNumbers } from './put-row.ts';
import { cellKey, type PutScope } from './put-scope.ts';

/**
 * What becomes of a row: why it is refused, with what is stored when somebody else's figures are in
 * the way, or the entry to write; null when it is stored already.
 */
export type Judgement =
	| { readonly problems: readonly FieldProblem[]; readonly stored?: ObservationEntry }
	| { readonly kpi: KpiDetail; readonly entry: ObservationEntry | null };

interface JudgingContext extends Pick<Context, 'actor'> {
	readonly updatedAt: string;
	/** Whether a row without a version leaves other people's drafts alone; a file can be undone instead. */
	readonly keepsOthersDrafts?: boolean;
}

/**
 * Judges one row of a bulk upload, from the API as from a file.
 * @param firstRows the number of the first row about each region, KPI and month; it is added to
 * @param row the number by which the row is told of
 */
export function judgeRow(
	ctx: JudgingContext,
	input: ObservationRowInput,
	scope: PutScope,
	firstRows: Map<number, number>,
	row: number
): Judgement {
	const found = scope.find(input);
	if ('code' in found) return { problems: [found] };
	const { kpi, regionKey, isSample } = found;
	const month = monthIndex(input.period);
	const key = cellKey({ regionKey, month, kpiKey: kpi.key });
	const first = firstRows.get(key);
	if (first !== undefined) return refused('kpi', 'observation.duplicateRow', { first });
	firstRows.set(key, row);

	const numbers = typedNumbers(kpi, input);
	if ('code' in numbers) return { problems: [numbers] };

	const stored = scope.stored(key);
	const base = stored ?? emptyEntry({ regionKey, month, kpiKey: kpi.key });
	const note = input.note === '' ? base.note : input.note;
	const candidate = { ...base, ...numbers, missingReason: null, note };
	const problems = entryProblems(kpi, candidate);
	if (problems.length > 0) return { problems };
	if (stored && sameNumbers(stored, candidate)) return { kpi, entry: null };
	if (stored && !mayTake('save', stored.status)) return refused('kpi', 'observation.locked');
	if (isStale(ctx, input, stored)) return stale(stored);
	const wasPublished = stored !== undefined && stored.publishedAt !== null;
	if (wasPublished && input.reason === '') return refused('reason', 'observation.reasonRequired');

	return {
		kpi,
		entry: {
			...candidate,
			status: statusAfter('save'),
			version: stored ? stored.version + 1 : 1,
			changeReason: wasPublished ? input.reason : base.changeReason,
			publishedCounts: stored ? keepPublished(stored) : null,
			isSample: stored?.isSample ?? isSample,
			enteredBy: ctx.actor?.accountId ?? null,
			updatedAt: ctx.updatedAt,
			submittedAt: null,
			verifiedAt: null
		}
	};
}

/**
 * Whether the row would replace something else than its sender has seen: another version than it
 * names, or, when it names none, what another account has typed and nobody has published.
 */
function isStale(
	{ actor, keepsOthersDrafts }: JudgingContext,
	{ version }: ObservationRowInput,
	stored: ObservationEntry | undefined
): boolean {
	if (version !== undefined) return version !== (stored?.version ?? 0);
	if (!keepsOthersDrafts || !stored || stored.enteredBy === null) return false;
	return stored.enteredBy !== actor?.accountId && stored.status !== 'published';
}

function stale(stored: ObservationEntry | undefined): Judgement {
	const { problems } = refused('version', 'observation.staleVersion', {
		version: stored?.version ?? 0
	});
	return { problems, ...(stored && { stored }) };
}

function refused(
	path: string,
	code: string,
	values?: FieldProblem['values']
): { problems: FieldProblem[] } {
	return { problems: [{ path, code, ...(values && { values }) }] };
}
