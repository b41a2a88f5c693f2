import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hashOf, putBack } from '#lib/attachments/server/stored-files.ts';
import { readBackupContent } from '#lib/database/backup-content.ts';
import { requireRestorable, requireUnused, restoreSqlite } from '#lib/database/restore.ts';
import { sizeOf } from './backup.ts';
import { hashOfFile, type Manifest, manifestOf, placeOf, readManifest } from './backup-manifest.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

/**
 * Puts a backup in the place of the database and its files in their folder, after proving all of
 * it; returns what to print. Files come first and beside those that are there, so that a restore
 * that is cut short leaves a database that finds its files.
 */
export async function restore(databaseUrl: string, now: Date, line: CommandLine): Promise<string> {
	const backup = requiredWord(line, 1, 'backup to restore');
	if (!databaseUrl.startsWith('file:')) {
		throw new UsageError(
			'This database is PostgreSQL. Use pg_restore on its dump, put the copy of the files back ' +
				'into DATA_DIR/attachments, and run check.'
		);
	}
	requireRestorable(backup);
	const file = databaseUrl.slice('file:'.length);
	if (existsSync(file)) requireUnused(file);
	const manifest = await readManifest(backup);
	if (manifest === null && !line.isDatabaseOnly) {
		throw new Error(
			`${manifestOf(backup)} is missing, which proves the backup and names its files. ` +
				'With --database-only the database alone is restored, without that proof.'
		);
	}
	const bytesOf = manifest && (await provenFiles(backup, manifest));
	let written = 0;
	if (manifest && bytesOf) {
		for (const name of manifest.files) {
			if (await putBack(name, await bytesOf(name))) written += 1;
		}
	}
	const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
	const kept = restoreSqlite(backup, file, stamp);
	return [
		manifest
			? `Restored ${backup}, proven: ${sizeOf(manifest)}, of which ${String(written)} were written.`
			: `Restored the database of ${backup}, unproven and without files.`,
		...(manifest?.lacking ?? []).map((problem) => `When it was made, ${problem}.`),
		kept === null ? 'There was no database before.' : `What was there before is in ${kept}.`
	].join(' ');
}

/** Compares database and files with the manifest before anything is touched. */
async function provenFiles(backup: string, { database, files }: Manifest) {
	if ((await hashOfFile(backup)) !== database.sha256) {
		throw new Error(`${backup} is not the file that was backed up: its SHA-256 differs.`);
	}
	const { rows } = readBackupContent(backup);
	const changed = Object.entries(database.rows).filter(([table, count]) => rows[table] !== count);
	if (changed.length > 0) {
		throw new Error(`${backup} lacks rows of ${changed.map(([table]) => table).join(', ')}.`);
	}
	const proven = async (name: Manifest['files'][number]) => {
		const place = placeOf(backup, name);
		if (!existsSync(place)) throw new Error(`${place} is missing.`);
		const bytes = await readFile(place);
		if (hashOf(bytes) !== name.sha256) throw new Error(`${place} is damaged: its SHA-256 differs.`);
		return bytes;
	};
	for (const name of files) await proven(name);
	return proven;
}
