import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Month } from '#lib/core/period.ts';
import type { ObservationImport } from '#lib/database/tables/imports.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { rowsOfPart, type TableNote, type TableRow } from '#lib/spreadsheets/table.ts';
import { mappingProblems, type ColumnMapping, type ImportField } from '../import-columns.ts';
import type { ImportOutcome } from '../import-outcome.ts';
import { importedMonths } from './imported-entries.ts';
import { maySee, requireImport } from './import-access.ts';
import * as imports from './import-repository.ts';
import { entryRegion } from './scope.ts';

const LISTED = 50;
const SHOWN_ROWS = 5;

/** An import in a list. */
export type ImportSummary = Pick<
	ObservationImport,
	| 'id'
	| 'fileName'
	| 'format'
	| 'state'
	| 'rowCount'
	| 'accepted'
	| 'accountName'
	| 'createdAt'
	| 'appliedAt'
	| 'undoneAt'
>;

export interface ImportDetail extends ImportSummary {
	readonly regionCode: string | null;
	readonly headers: readonly string[];
	readonly mapping: ColumnMapping;
	readonly notes: readonly TableNote[];
	/** Needed fields that no column holds: then nothing was checked yet. */
	readonly missing: readonly ImportField[];
	readonly outcome: ImportOutcome | null;
	/** The first rows of the file, while it waits. */
	readonly rows: readonly TableRow[];
	/** The months it has written, newest first, while it is stored. */
	readonly months: readonly Month[];
}

/** The region that the actor imports for, and what the own agency imported before, newest first. */
export async function listImports(
	ctx: Context,
	asked: string | undefined
): Promise<{ region: RegionSummary; imports: ImportSummary[] }> {
	const actor = requireActor(ctx.actor);
	const { region } = await entryRegion(ctx, asked);
	const all = await imports.listOfRegion(ctx.db, region.code, LISTED);
	return { region, imports: all.filter((one) => maySee(actor, one)).map(summary) };
}

/** One import with what its check found; `not_found` for other people's. */
export async function getImport(ctx: Context, id: string): Promise<ImportDetail> {
	const found = await requireImport(ctx, id);
	const mapping = JSON.parse(found.mapping) as ColumnMapping; // all four written by startImport
	const [first] = found.state === 'preview' ? await imports.listParts(ctx.db, id, 'rows') : [];
	return {
		...summary(found),
		regionCode: found.regionCode,
		headers: JSON.parse(found.headers) as string[],
		mapping,
		notes: JSON.parse(found.notes) as TableNote[],
		missing: mappingProblems(mapping).missing,
		outcome: found.outcome === null ? null : (JSON.parse(found.outcome) as ImportOutcome),
		rows: first === undefined ? [] : rowsOfPart(first).slice(0, SHOWN_ROWS),
		months: found.state === 'applied' ? await importedMonths(ctx, id) : []
	};
}

function summary(row: ObservationImport): ImportSummary {
	const { id, fileName, format, state, rowCount, accepted, accountName } = row;
	const { createdAt, appliedAt, undoneAt } = row;
	return {
		id,
		fileName,
		format,
		state,
		rowCount,
		accepted,
		accountName,
		createdAt,
		appliedAt,
		undoneAt
	};
}
