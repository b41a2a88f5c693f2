import * as v from 'valibot';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { ObservationRow, type ObservationRowInput } from '../schema.ts';
import { mayTake, statusAfter } from '../workflow.ts';
import { entryProblems } from './checks.ts';
import { emptyEntry } from './new-entry.ts';
import { keepPublished } from './published-counts.ts';
import { upsertAll } from './bulk-repository.ts';
import { sameNumbers, typedNumbers } from './put-row.ts';
import { type PutScope, readPutScope } from './put-scope.ts';

/** Why a row was not taken: the index in the list, starting at 0, and a message key. */
export interface RejectedRow extends Pick<FieldProblem, 'code' | 'values'> {
	readonly row: number;
}

export interface PutResult {
	/** Rows written, or that would be on a dry run. */
	readonly accepted: number;
	/** Rows that say what is stored already. */
	readonly unchanged: number;
	readonly rejected: RejectedRow[];
	/** Whether nothing was written because of the rejected rows. */
	readonly isRefused: boolean;
}

interface PutOptions {
	/** Check everything and write nothing. */
	readonly isDryRun: boolean;
	/** Take the good rows although others are rejected. */
	readonly isPartial: boolean;
}

/**
 * Writes many entries as drafts: those of a region, KPI and month that the actor may enter. Unless
 * partial, a rejected row means that none is written.
 * @param rows as they came, not yet read with the row's schema
 */
export async function putObservations(
	ctx: Context,
	rows: readonly unknown[],
	{ isDryRun, isPartial }: PutOptions
): Promise<PutResult> {
	const actor = requireActor(ctx.actor);
	const read = rows.map((row) => v.safeParse(ObservationRow, row));
	return inTransaction(ctx, async (ctx) => {
		const scope = await readPutScope(
			ctx,
			actor,
			read.flatMap((parsed) => (parsed.success ? [parsed.output] : []))
		);
		const written: ObservationEntry[] = [];
		const rejected: RejectedRow[] = [];
		const firstRows = new Map<string, number>();
		let unchanged = 0;
		for (const [row, parsed] of read.entries()) {
			if (!parsed.success) {
				rejected.push({ row, code: parsed.issues[0].message });
				continue;
			}
			const result = judge(ctx, parsed.output, scope, firstRows, row);
			if ('code' in result) rejected.push({ row, ...result });
			else if (result.entry) written.push(result.entry);
			else unchanged++;
		}

		const isRefused = rejected.length > 0 && !isPartial;
		const result = { accepted: written.length, unchanged, rejected, isRefused };
		if (isDryRun) return { ...result, isRefused: false };
		if (isRefused) return { ...result, accepted: 0 };
		const count = await upsertAll(ctx.db, written);
		if (count !== written.length) throw new DomainError('stale_version');
		return result;
	});
}

type Judgement =
	Pick<FieldProblem, 'code' | 'values'> | { readonly entry: ObservationEntry | null };

/** What becomes of a row: a refusal, an entry to write, or nothing when it is stored already. */
function judge(
	ctx: Context,
	input: ObservationRowInput,
	scope: PutScope,
	firstRows: Map<string, number>,
	row: number
): Judgement {
	const id = `${input.kpi} ${input.region} ${input.period}`;
	const first = firstRows.get(id);
	if (first !== undefined) return { code: 'observation.duplicateRow', values: { first } };
	firstRows.set(id, row);

	const found = scope.find(input);
	if ('code' in found) return found;
	const { kpi, regionKey, isSample } = found;
	const numbers = typedNumbers(kpi, input);
	if ('code' in numbers) return numbers;

	const month = monthIndex(input.period);
	const stored = scope.stored(regionKey, month, kpi.key);
	const base = stored ?? emptyEntry({ regionKey, month, kpiKey: kpi.key });
	const note = input.note === '' ? base.note : input.note;
	const candidate = { ...base, ...numbers, note };
	const [problem] = entryProblems(kpi, candidate);
	if (problem) return { code: problem.code, values: problem.values };
	if (stored && sameNumbers(stored, candidate)) return { entry: null };
	if (stored && !mayTake('save', stored.status)) return { code: 'observation.locked' };
	const wasPublished = stored !== undefined && stored.publishedAt !== null;
	if (wasPublished && input.reason === '') return { code: 'observation.reasonRequired' };

	return {
		entry: {
			...candidate,
			status: statusAfter('save'),
			version: stored ? stored.version + 1 : 1,
			changeReason: wasPublished ? input.reason : base.changeReason,
			publishedCounts: stored ? keepPublished(stored) : null,
			isSample: stored?.isSample ?? isSample,
			enteredBy: ctx.actor?.accountId ?? null,
			updatedAt: ctx.now().toISOString(),
			submittedAt: null,
			verifiedAt: null
		}
	};
}
