import * as v from 'valibot';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { ObservationRow } from '../schema.ts';
import { upsertAll } from './bulk-repository.ts';
import { judgeRow } from './judge-row.ts';
import { readPutScope } from './put-scope.ts';

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
		const firstRows = new Map<number, number>();
		const updatedAt = ctx.now().toISOString();
		let unchanged = 0;
		for (const [row, parsed] of read.entries()) {
			if (!parsed.success) {
				rejected.push({ row, code: parsed.issues[0].message });
				continue;
			}
			const result = judgeRow({ ...ctx, updatedAt }, parsed.output, scope, firstRows, row);
			if ('problems' in result) {
				const { code, values } = result.problems[0] ?? { code: 'error.invalid' };
				rejected.push({ row, code, values });
			} else if (result.entry) written.push(result.entry);
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
