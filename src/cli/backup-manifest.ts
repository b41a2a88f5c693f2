import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import type { PartName } from '#lib/attachments/server/stored-files.ts';

/** Beside the copied database: the uploaded files, and what proves that all is as it was. */
export const filesFolderOf = (backup: string) => `${backup}.files`;
export const manifestOf = (backup: string) => `${backup}.json`;

const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Manifest = v.object({
	made_at: v.string(),
	database: v.object({ sha256: Hash, rows: v.record(v.string(), v.number()) }),
	files: v.array(
		v.object({
			id: v.pipe(v.string(), v.uuid()),
			part: v.picklist(['file', 'large', 'small']),
			sha256: Hash
		})
	),
	/** Files that were missing or damaged already when the backup was made. */
	lacking: v.array(v.string())
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** The manifest of a backup; null for one that was made without, by a version before 0.3. */
export async function readManifest(backup: string): Promise<Manifest | null> {
	const file = manifestOf(backup);
	if (!existsSync(file)) return null;
	try {
		return v.parse(Manifest, JSON.parse(await readFile(file, 'utf8')));
	} catch (error) {
		throw new Error(`${file} is damaged.`, { cause: error });
	}
}

/** Where a part of a file lies in a backup. */
export function placeOf(backup: string, { id, part }: PartName): string {
	return path.join(filesFolderOf(backup), id.slice(0, 2), `${id}.${part}`);
}

/** The SHA-256 of a file that may be larger than the memory. */
export async function hashOfFile(file: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}
