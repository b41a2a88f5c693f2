import { createHash } from 'node:crypto';
import type { Attachment } from '#lib/database/tables/attachments.ts';
import type { Context } from '#lib/core/context.ts';
import * as attachments from './repository.ts';
import { readPart, type StoredPart, writePart } from './storage.ts';

/** A part of an uploaded file as it lies on the disk. */
export interface PartName {
	readonly id: string;
	readonly part: StoredPart;
}

type FileRow = Pick<Attachment, 'id' | 'mediaType' | 'sha256'>;

/** The parts a file has on the disk; the first is the one whose hash its row keeps. */
export function partsOf({ id, mediaType }: Omit<FileRow, 'sha256'>): PartName[] {
	return mediaType.startsWith('image/')
		? [
				{ id, part: 'large' },
				{ id, part: 'small' }
			]
		: [{ id, part: 'file' }];
}

/** The bytes of a part; null when it is not there. */
export async function readStored({ id, part }: PartName): Promise<Uint8Array | null> {
	return readPart(id, part).catch((error: unknown) => {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	});
}

/** Puts a part back; one that is there with the same bytes stays untouched. Says whether it wrote. */
export async function putBack({ id, part }: PartName, bytes: Uint8Array): Promise<boolean> {
	const present = await readStored({ id, part });
	if (present !== null && hashOf(present) === hashOf(bytes)) return false;
	await writePart(id, part, bytes);
	return true;
}

export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

/** What is wrong with a file on the disk; null when it is all there and unchanged. */
export async function fileProblem(file: FileRow): Promise<string | null> {
	for (const [i, name] of partsOf(file).entries()) {
		const bytes = await readStored(name);
		if (bytes === null) return `the file ${name.id}.${name.part} is missing`;
		if (i === 0 && hashOf(bytes) !== file.sha256) {
			return `the file ${name.id}.${name.part} is not the one that was uploaded`;
		}
	}
	return null;
}

/** Compares every uploaded file with its row; returns what is wrong, and how many are sound. */
export async function checkFiles({
	db
}: Pick<Context, 'db'>): Promise<{ problems: string[]; sound: number }> {
	const problems: string[] = [];
	const files = await attachments.listAll(db);
	for (const file of files) {
		const problem = await fileProblem(file);
		if (problem !== null) problems.push(problem);
	}
	return { problems, sound: files.length - problems.length };
}
