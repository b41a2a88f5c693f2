import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface ImportTables {
	observationImport: ObservationImportTable;
	observationImportPart: ObservationImportPartTable;
	importColumn: ImportColumnTable;
}

interface ObservationImportTable {
	id: string;
	/** Null for imports of the command line, which may be about many regions. */
	regionCode: string | null;
	/** Null for imports of the institution's admin and of the command line. */
	agencyId: string | null;
	/** Null for imports of the command line. */
	accountId: string | null;
	accountName: string;
	fileName: string;
	format: 'csv' | 'xlsx';
	state: 'preview' | 'applied' | 'undone' | 'cancelled';
	rowCount: number;
	/** JSON: `string[]`, `ColumnMapping`, `TableNote[]`; the outcome of the last check or null. */
	headers: string;
	mapping: string;
	notes: string;
	outcome: string | null;
	/** Rows written, once it is applied. */
	accepted: number | null;
	createdAt: Timestamp;
	appliedAt: Timestamp | null;
	undoneAt: Timestamp | null;
}

interface ObservationImportPartTable {
	importId: string;
	/** The rows of the file until it is applied; afterwards the entries that they replaced. */
	kind: 'rows' | 'replaced';
	number: number;
	/** JSON: `TableRow[]`, or what `imported-entries.ts` writes. */
	content: string;
}

interface ImportColumnTable {
	/** The agency's id, or the region's code for its admin. */
	owner: string;
	/** Normalised. */
	header: string;
	/** Null for a column that is not read. */
	field: string | null;
}

export type ObservationImport = Selectable<ObservationImportTable>;
