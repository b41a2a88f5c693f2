import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileProblem, hashOf, partsOf, readStored } from '#lib/attachments/server/stored-files.ts';
import { readBackupContent } from '#lib/database/backup-content.ts';
import { backupSqlite } from '#lib/database/maintenance.ts';
import {
	filesFolderOf,
	hashOfFile,
	type Manifest,
	manifestOf,
	placeOf
} from './backup-manifest.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

interface BackupContext {
	readonly databaseUrl: string;
	readonly now: () => Date;
}

/** Copies the database, then the files its rows name, and writes down what proves both. */
export async function backup(
	{ databaseUrl, now }: BackupContext,
	line: CommandLine
): Promise<string> {
	const target = requiredWord(line, 1, 'file to write the backup to');
	if (!databaseUrl.startsWith('file:')) {
		throw new UsageError(
			'This database is PostgreSQL. Use pg_dump, then copy DATA_DIR/attachments.'
		);
	}
	for (const other of [filesFolderOf(target), manifestOf(target)]) {
		if (existsSync(other)) throw new Error(`${other} exists already; name a new file.`);
	}
	await backupSqlite(databaseUrl.slice('file:'.length), target);
	const { rows, files: rowsOfFiles } = readBackupContent(target);

	const files: Manifest['files'] = [];
	const lacking: string[] = [];
	await mkdir(filesFolderOf(target), { recursive: true, mode: 0o700 });
	for (const row of rowsOfFiles) {
		const problem = await fileProblem(row);
		if (problem !== null) lacking.push(problem);
		for (const name of problem === null ? partsOf(row) : []) {
			const bytes = await readStored(name);
			if (bytes === null) continue;
			const place = placeOf(target, name);
			await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
			await writeFile(place, bytes, { mode: 0o600, flag: 'wx', flush: true });
			files.push({ ...name, sha256: hashOf(bytes) });
		}
	}
	const manifest: Manifest = {
		made_at: now().toISOString(),
		database: { sha256: await hashOfFile(target), rows },
		files,
		lacking
	};
	await writeFile(manifestOf(target), `${JSON.stringify(manifest, null, '\t')}\n`, {
		mode: 0o600,
		flag: 'wx',
		flush: true
	});
	const text = `The backup is in ${target}, checked and sound: ${sizeOf(manifest)}.`;
	if (lacking.length === 0) return text;
	throw new Error(
		`${text} But of the uploaded files some were lost before: ${lacking.join('; ')}.`
	);
}

/** How much a backup holds, in words. */
export function sizeOf({ database, files }: Manifest): string {
	const counts = Object.values(database.rows);
	const rows = counts.reduce((sum, count) => sum + count, 0);
	return `${String(rows)} rows in ${String(counts.length)} tables and ${String(files.length)} stored files`;
}
