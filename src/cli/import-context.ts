import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { importContext } from '#lib/benchmarks/server/import-context.ts';
import type { Context } from '#lib/core/context.ts';
import { requiredWord, type CommandLine } from './options.ts';
import { UsageError } from './usage-error.ts';

/** More problems than this are counted, not printed. */
const SHOWN_PROBLEMS = 20;

/** Imports population, area and density of the regions; returns what to print. */
export async function importContextFile(
	ctx: Pick<Context, 'db' | 'now'>,
	line: CommandLine
): Promise<string> {
	const file = requiredWord(line, 2, 'file with the context of the regions');
	const { problems, regions, values, used, version } = await importContext(ctx, {
		records: readRecords(await readFile(file, 'utf8')),
		source: line.values.source?.trim() ?? path.basename(file),
		isTrial: line.isTrial
	});
	if (problems.length > 0) {
		const shown = problems
			.slice(0, SHOWN_PROBLEMS)
			.map(({ row, column, text, code }) => `row ${String(row)}, ${column} "${text}": ${code}`);
		throw new UsageError(
			[`Nothing was imported: ${String(problems.length)} cells cannot be used.`, ...shown].join(
				'\n'
			)
		);
	}
	const found = `${String(values)} values of ${String(regions)} regions (${used.join(', ')})`;
	return version === null
		? `The file is sound: ${found}. Nothing was written.`
		: `Imported ${found}. The lists of peers are frozen as version ${version}.`;
}

function readRecords(text: string): Record<string, string>[] {
	const [header = ''] = text.split(/\r?\n/, 1);
	const delimiter = [';', '\t'].find((one) => header.includes(one)) ?? ',';
	return parse<Record<string, string>>(text, {
		columns: true,
		bom: true,
		delimiter,
		skip_empty_lines: true,
		trim: true
	});
}
