import { readFile } from 'node:fs/promises';
import type { Context } from '#lib/core/context.ts';
import { fieldText } from '#lib/http/server/error-text.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import {
	importInnovations,
	type WriteUpProblem
} from '#lib/innovations/server/import-innovations.ts';
import { requiredWord, type CommandLine } from './options.ts';

const t = translateIn('en');

/**
 * Imports a file of write-ups as drafts, all rows or none. What is wrong is listed by row and
 * column and makes the command fail.
 */
export async function importInnovationsFile(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	line: CommandLine
): Promise<string> {
	const bytes = await readFile(requiredWord(line, 2, 'file to import'));
	const { rows, problems, unread, slugs } = await importInnovations(
		{ db, now },
		{ bytes, isDryRun: line.isTrial }
	);
	const notes = unread.length > 0 ? [`Not read: ${unread.join(', ')}.`] : [];
	if (problems.length > 0) {
		const wrong = new Set(problems.map(({ row }) => row)).size;
		const counted = `Nothing was written: ${String(wrong)} of ${String(rows)} rows are wrong.`;
		throw new Error([...notes, ...problems.map(describe), counted].join('\n'));
	}
	const done = line.isTrial
		? `The file is in order: ${String(rows)} write-ups. Nothing was written.`
		: `Wrote ${String(slugs.length)} drafts:`;
	return [...notes, done, ...slugs.map((slug) => `/innovations/${slug}`)].join('\n');
}

function describe({ row, column, ...problem }: WriteUpProblem): string {
	const where = column === null ? '' : `, column ${column}`;
	return `row ${String(row)}${where}: ${fieldText({ path: '', ...problem }, t)}`;
}
