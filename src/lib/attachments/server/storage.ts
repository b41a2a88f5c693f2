import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { appConfig } from '#lib/core/server/app-config.ts';
import type { ImageSize } from '../kinds.ts';

/** Ids are made by the site; anything else must never become a path. */
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type StoredPart = 'file' | ImageSize;

/** Writes one file so that it is on the disk, whole, before this returns. */
export async function writePart(id: string, part: StoredPart, bytes: Uint8Array): Promise<void> {
	const target = pathOf(id, part);
	await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
	const unfinished = `${target}.unfinished`;
	const file = await open(unfinished, 'w', 0o600);
	try {
		await file.writeFile(bytes);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(unfinished, target);
}

export async function readPart(id: string, part: StoredPart): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await readFile(pathOf(id, part)));
}

/** Removes all parts of a file; what is not there is no error. */
export async function removeParts(id: string): Promise<void> {
	for (const part of ['file', 'large', 'small'] as const) {
		await rm(pathOf(id, part), { force: true });
	}
}

function pathOf(id: string, part: StoredPart): string {
	if (!ID.test(id)) throw new RangeError(`not the id of a file: ${id}`);
	const folder = path.join(path.resolve(appConfig().dataDir), 'attachments', id.slice(0, 2));
	return path.join(folder, `${id}.${part}`);
}
