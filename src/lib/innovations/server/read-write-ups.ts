import { DomainError } from '#lib/core/errors.ts';
import { readTable } from '#lib/spreadsheets/server/read-table.ts';
import { rowsOfPart, type TableLimits } from '#lib/spreadsheets/table.ts';
import { NEEDED_COLUMNS } from '../import-columns.ts';
import {
	columnOfHeader,
	type ImportRecord,
	recordOfCells,
	recordOfDocument
} from '../import-row.ts';

interface ReadWriteUps {
	readonly rows: readonly { readonly row: number; readonly record: ImportRecord }[];
	readonly unread: readonly string[];
}

const MAX_WRITE_UPS = 1000;
/** Sections are long, and there are many columns. */
const LIMITS: TableLimits = { maxColumns: 150, maxCellLength: 20_000 };
const MAX_JSON_BYTES = 20 * 1024 * 1024;

/**
 * Reads the write-ups of a CSV, XLSX or JSON file, told by its content; `invalid` when it is none
 * of them, lacks a needed column, or holds too many.
 */
export async function readWriteUps(bytes: Uint8Array): Promise<ReadWriteUps> {
	const read = isJson(bytes) ? readJson(bytes) : await readRows(bytes);
	if (read.rows.length > MAX_WRITE_UPS) {
		throw new DomainError('invalid', {
			message: 'import.tooManyRows',
			values: { max: MAX_WRITE_UPS }
		});
	}
	return read;
}

/** No table begins with a bracket. */
function isJson(bytes: Uint8Array): boolean {
	const start = Buffer.from(bytes.subarray(0, 100)).toString('utf8');
	return /^\uFEFF?\s*[[{]/.test(start);
}

async function readRows(bytes: Uint8Array): Promise<ReadWriteUps> {
	const { headers, parts } = await readTable(bytes, { limits: LIMITS });
	const columns = headers.map(columnOfHeader);
	const missing = NEEDED_COLUMNS.filter((name) => !columns.includes(name));
	if (missing.length > 0) {
		throw new DomainError('invalid', {
			message: 'innovation.import.missingColumns',
			values: { columns: missing.join(', ') }
		});
	}
	return {
		rows: parts.flatMap(rowsOfPart).map(([row, ...cells]) => ({
			row,
			record: recordOfCells(columns, cells)
		})),
		unread: headers.filter((header, i) => header !== '' && columns[i] === null)
	};
}

function readJson(bytes: Uint8Array): ReadWriteUps {
	if (bytes.length > MAX_JSON_BYTES) throw refused('import.tooLarge');
	const value = parse(
		Buffer.from(bytes)
			.toString('utf8')
			.replace(/^\uFEFF/, '')
	);
	const documents: unknown = Array.isArray(value) ? value : (value as { data?: unknown }).data;
	if (!Array.isArray(documents) || !documents.every(isDocument)) {
		throw refused('innovation.import.notAList');
	}
	const read = documents.map(recordOfDocument);
	return {
		rows: read.map(({ record }, i) => ({ row: i + 1, record })),
		unread: [...new Set(read.flatMap(({ unread }) => unread))]
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) throw refused('innovation.import.badJson');
		throw error;
	}
}

function isDocument(value: unknown): value is object {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(message: string): DomainError {
	return new DomainError('invalid', { message });
}
