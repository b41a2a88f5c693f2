import { FIGURE_LIMITS, type TableLimits, type TableNote, type TableResult } from '../table.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** Beginnings of files that people take for tables, and what to tell them. */
const SIGNATURES: readonly { bytes: readonly number[]; code: string }[] = [
	{ bytes: [0xd0, 0xcf, 0x11, 0xe0], code: 'import.oldExcel' },
	{ bytes: [0x25, 0x50, 0x44, 0x46], code: 'import.pdf' },
	{ bytes: [0x89, 0x50, 0x4e, 0x47], code: 'import.binary' },
	{ bytes: [0xff, 0xd8, 0xff], code: 'import.binary' },
	{ bytes: [0x1f, 0x8b], code: 'import.binary' },
	{ bytes: [0x52, 0x61, 0x72, 0x21], code: 'import.binary' }
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * Worker task: reads the first sheet of a file, told by its content and not by its name. It never
 * trusts the file: the thread it runs in has limits of time and memory besides its own.
 */
export async function readTable({
	bytes,
	limits = FIGURE_LIMITS
}: {
	bytes: Uint8Array;
	limits?: TableLimits;
}): Promise<TableResult> {
	if (bytes.length === 0) return refusal({ code: 'import.empty' });
	const known = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes));
	if (known) return refusal({ code: known.code });
	if (startsWith(bytes, ZIP)) {
		return readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits);
	}
	return readCsv(bytes, limits);
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
	return signature.every((byte, i) => bytes[i] === byte);
}

function refusal(problem: TableNote): TableResult {
	return { ok: false, problem };
}
