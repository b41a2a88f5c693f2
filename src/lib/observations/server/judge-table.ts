import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { FieldProblem } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { rowsOfPart } from '#lib/spreadsheets/table.ts';
import type { ColumnMapping } from '../import-columns.ts';
import { MAX_LISTED, type ImportOutcome, type ImportProblem } from '../import-outcome.ts';
import { fieldOfPath, rowReader } from '../import-row.ts';
import type { ObservationRowInput } from '../schema.ts';
import { warningsOf, type WarnedEntry } from './import-warnings.ts';
import { inStretches } from './in-stretches.ts';
import { judgeRow } from './judge-row.ts';
import { cellKey, readPutScope } from './put-scope.ts';

export interface TableInput {
	readonly headers: readonly string[];
	readonly parts: readonly string[];
	readonly mapping: ColumnMapping;
	/** For rows that name no region. */
	readonly region: string;
	readonly signal?: AbortSignal | undefined;
}

export interface JudgedTable {
	readonly outcome: ImportOutcome;
	/** What the accepted rows would write, with what each would replace. */
	readonly changes: readonly EntryChange[];
}

export interface EntryChange {
	readonly entry: ObservationEntry;
	readonly before: ObservationEntry | null;
}

/** Judges every row of a file as `PUT /observations` would, in slices that let others through. */
export async function judgeTable(ctx: Context, input: TableInput): Promise<JudgedTable> {
	const actor = requireActor(ctx.actor);
	const problems: ImportProblem[] = [];
	const tell = (row: number, found: readonly FieldProblem[]) => {
		problems.push(...found.map((problem) => located(input, row, problem)));
	};
	const read: { row: number; input: ObservationRowInput }[] = [];
	let rejected = 0;
	const readRow = rowReader(input.mapping, input.region);
	for (const part of input.parts) {
		await inStretches(rowsOfPart(part), input.signal, (row) => {
			const parsed = readRow(row);
			if ('input' in parsed) read.push({ row: row[0], input: parsed.input });
			else {
				rejected++;
				tell(row[0], parsed.problems);
			}
		});
	}

	const scope = await readPutScope(
		ctx,
		actor,
		read.map((row) => row.input)
	);
	const changes: EntryChange[] = [];
	const written: WarnedEntry[] = [];
	const firstRows = new Map<number, number>();
	const judging = { actor, updatedAt: ctx.now().toISOString() };
	let unchanged = 0;
	await inStretches(read, input.signal, ({ row, input: rowInput }) => {
		const result = judgeRow(judging, rowInput, scope, firstRows, row);
		if ('problems' in result) {
			rejected++;
			tell(row, result.problems);
		} else if (result.entry) {
			const { kpi, entry } = result;
			const before = scope.stored(cellKey(entry)) ?? null;
			changes.push({ entry, before });
			written.push({ row, kpi, entry });
		} else unchanged++;
	});
	const warnings = await warningsOf(ctx, written, scope.entries, input.signal);
	problems.sort((a, b) => a.row - b.row);
	return {
		changes,
		outcome: {
			accepted: changes.length,
			unchanged,
			rejected,
			problems: problems.slice(0, MAX_LISTED),
			problemCount: problems.length,
			warnings: warnings
				.slice(0, MAX_LISTED)
				.map(({ row, ...problem }) => located(input, row, problem)),
			warningCount: warnings.length
		}
	};
}

function located(
	{ headers, mapping }: TableInput,
	row: number,
	{ path, code, values }: FieldProblem
): ImportProblem {
	const field = fieldOfPath(path);
	const column = field === null ? -1 : mapping.indexOf(field);
	return { row, field, header: headers[column] ?? null, code, ...(values && { values }) };
}
