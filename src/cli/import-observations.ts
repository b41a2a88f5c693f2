import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { fieldText } from '#lib/http/server/error-text.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { ImportProblem } from '#lib/observations/import-outcome.ts';
import { importFile } from '#lib/observations/server/import-file.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { requiredWord, type CommandLine } from './options.ts';

const t = translateIn('en');

/**
 * Imports a file of observations as drafts: all rows, or with `--partial` the good ones. Rejected
 * rows are listed by row and column and make the command fail.
 */
export async function importObservationsFile(
	{ db, now }: Pick<Context, 'db' | 'now'>,
	line: CommandLine
): Promise<string> {
	const file = requiredWord(line, 2, 'file to import');
	const ctx: Context = { db, now, locale: 'en', actor: await operator({ db, now }) };
	const { id, outcome, notes } = await importFile(ctx, {
		bytes: await readFile(file),
		fileName: path.basename(file),
		isDryRun: line.isTrial,
		isPartial: line.isPartial
	});
	const { accepted, unchanged, rejected, warningCount } = outcome;
	const written = line.isTrial ? 'would be written' : id === null ? 'not written' : 'written';
	const summary = [
		...notes.map((note) => fieldText({ path: '', ...note }, t)),
		...outcome.problems.map(describe),
		`${String(accepted)} rows ${written}, ${String(unchanged)} unchanged, ${String(rejected)} rejected, ${String(warningCount)} warnings.`,
		...(id === null ? [] : [`Import ${id}`])
	].join('\n');
	if (rejected > 0 && !line.isPartial) throw new Error(summary);
	return summary;
}

function describe({ row, header, field, ...problem }: ImportProblem): string {
	const column = header ?? field;
	const where = column === null ? '' : `, column ${column}`;
	return `row ${String(row)}${where}: ${fieldText({ path: '', ...problem }, t)}`;
}

/** Who runs the command may write for every region, as who holds the database may. */
async function operator(ctx: Pick<Context, 'db' | 'now'>): Promise<Actor> {
	const regions = await listRegions(ctx);
	return {
		accountId: 'command-line',
		name: 'Command line',
		grants: regions.map(({ code }) => ({
			role: 'institution_admin',
			regionCode: code,
			agencyId: null
		}))
	};
}
