import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type { TableNote } from '../table.ts';

const MIB = 1024 * 1024;
const MAX_ENTRIES = 200;
const MAX_UNPACKED_BYTES = 60 * MIB;
/** Sheets pack ten to twenty times; a hundred times is a bomb. Small files may pack better. */
const MAX_RATIO = 100;
const RATIO_COUNTS_FROM = MIB;

export interface ZipEntries {
	readonly zip: ZipFile;
	readonly entries: ReadonlyMap<string, Entry>;
}

/**
 * Lists what a zip file says it holds and refuses it before anything is unpacked: too many files,
 * too large, packed too well, encrypted or damaged. Sizes are held to while unpacking.
 */
export async function openZip(bytes: Buffer): Promise<ZipEntries | { problem: TableNote }> {
	const entries = new Map<string, Entry>();
	let unpacked = 0;
	try {
		const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
		if (zip.entryCount > MAX_ENTRIES) return refusal('import.zipTooManyFiles', MAX_ENTRIES);
		for await (const entry of zip.eachEntry()) {
			const { uncompressedSize, compressedSize } = entry;
			if (entry.isEncrypted()) return refusal('import.encrypted');
			if (/\.(?:zip|xlsx|docx|gz|7z|rar|bz2|xz)$/i.test(entry.fileName)) {
				return refusal('import.zipInZip');
			}
			unpacked += uncompressedSize;
			const isBomb =
				uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MAX_RATIO;
			if (isBomb) return refusal('import.zipBomb');
			if (unpacked > MAX_UNPACKED_BYTES) {
				return refusal('import.zipTooLarge', MAX_UNPACKED_BYTES / MIB);
			}
			if (entries.has(entry.fileName)) return refusal('import.damaged');
			entries.set(entry.fileName, entry);
		}
		return { zip, entries };
	} catch {
		return refusal('import.damaged'); // yauzl's errors all say that the file is not a sound zip
	}
}

function refusal(code: string, max?: number): { problem: TableNote } {
	return { problem: { code, ...(max !== undefined && { values: { max } }) } };
}
