import * as v from 'valibot';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { pause } from '#lib/core/server/pause.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { bucketFields } from '../counts.ts';
import { ObservationRow } from '../schema.ts';
import { upsertAll } from './bulk-repository.ts';
import { inStretches } from './in-stretches.ts';
import { judgeRow } from './judge-row.ts';
import { readPutScope } from './put-scope.ts';

/** Why a row was not taken: the index in the list, starting at 0, and a message key. */
export interface RejectedRow extends Pick<FieldProblem, 'code' | 'values'> {
	readonly row: number;
	/** What is stored instead, when somebody else's figures are in the way. */
	readonly stored?: StoredFigures;
}

/** The figures of an entry in the words of a row. */
export type StoredFigures = Readonly<{
	version: number;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	buckets: (number | null)[] | null;
	received: number | null;
	returned: number | null;
	backlog: number | null;
	online: number | null;
	median_hours: number | null;
	p90_hours: number | null;
	note: string;
}>;

export interface PutResult {
	/** Rows written, or that would be on a dry run. */
	readonly accepted: number;
	/** Rows that say what is stored already. */
	readonly unchanged: number;
	readonly rejected: RejectedRow[];
	/** Whether nothing was written because of the rejected rows. */
	readonly isRefused: boolean;
	/** Whether other people's figures are the only reason. */
	readonly isStale: boolean;
}

interface PutOptions {
	/** Check everything and write nothing. */
	readonly isDryRun: boolean;
	/** Take the good rows although others are rejected. */
	readonly isPartial: boolean;
}

const STALE = 'observation.staleVersion';

/**
 * Writes many entries as drafts: those of a region, KPI and month that the actor may enter. Unless
 * partial, a rejected row means that none is written. Fifty thousand rows are judged in slices.
 * @param rows as they came, not yet read with the row's schema
 */
export async function putObservations(
	ctx: Context,
	rows: readonly unknown[],
	{ isDryRun, isPartial }: PutOptions
): Promise<PutResult> {
	const actor = requireActor(ctx.actor);
	const read: v.SafeParseResult<typeof ObservationRow>[] = [];
	await inStretches(rows, undefined, (row) => read.push(v.safeParse(ObservationRow, row)));
	return inTransaction(ctx, async (ctx) => {
		const scope = await readPutScope(
			ctx,
			actor,
			read.flatMap((parsed) => (parsed.success ? [parsed.output] : []))
		);
		const written: ObservationEntry[] = [];
		const rejected: RejectedRow[] = [];
		const firstRows = new Map<number, number>();
		const judging = { actor, updatedAt: ctx.now().toISOString(), keepsOthersDrafts: true };
		let unchanged = 0;
		let row = -1;
		await inStretches(read, undefined, (parsed) => {
			row++;
			if (!parsed.success) {
				rejected.push({ row, code: parsed.issues[0].message });
				return;
			}
			const result = judgeRow(judging, parsed.output, scope, firstRows, row);
			if ('problems' in result) {
				const { code, values } = result.problems[0] ?? { code: 'error.invalid' };
				const { stored } = result;
				rejected.push({ row, code, values, ...(stored && { stored: figuresOf(stored) }) });
			} else if (result.entry) written.push(result.entry);
			else unchanged++;
		});

		const isRefused = rejected.length > 0 && !isPartial;
		const isStale = rejected.every(({ code }) => code === STALE);
		const result = { accepted: written.length, unchanged, rejected, isRefused, isStale };
		if (isDryRun) return { ...result, isRefused: false };
		if (isRefused) return { ...result, accepted: 0 };
		const count = await upsertAll(ctx.db, written, pause);
		if (count !== written.length) throw new DomainError('stale_version');
		return result;
	});
}

function figuresOf(entry: ObservationEntry): StoredFigures {
	const { version, numerator, denominator, value, received, returned, backlog, online } = entry;
	const buckets = bucketFields.map((field) => entry[field]);
	return {
		version,
		numerator,
		denominator,
		value,
		buckets: buckets.every((count) => count === null) ? null : buckets,
		received,
		returned,
		backlog,
		online,
		median_hours: entry.medianHours,
		p90_hours: entry.p90Hours,
		note: entry.note
	};
}
