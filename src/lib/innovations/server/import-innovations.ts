import * as v from 'valibot';
import { agenciesIn } from '#lib/accounts/server/agencies.ts';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { findRegion } from '#lib/regions/server/use-cases.ts';
import { importColumns } from '../import-columns.ts';
import { formValuesOf, type ImportRecord } from '../import-row.ts';
import { InnovationForm, type InnovationInput } from '../schema.ts';
import { choicesOf, codeOfWord } from './choice-words.ts';
import { partsOf } from './input-parts.ts';
import { readWriteUps } from './read-write-ups.ts';
import * as innovations from './repository.ts';
import { createInnovation } from './write-innovation.ts';

type WriteContext = Pick<Context, 'db' | 'now'>;

/** What is wrong in a row of a file of write-ups. */
export interface WriteUpProblem extends Pick<FieldProblem, 'code' | 'values'> {
	/** As a spreadsheet numbers its rows; in JSON from 1. */
	readonly row: number;
	/** The name of the column; null when it concerns the row as a whole. */
	readonly column: string | null;
}

export interface ImportedWriteUps {
	readonly rows: number;
	readonly problems: readonly WriteUpProblem[];
	/** Columns or members of the file that are not read. */
	readonly unread: readonly string[];
	/** The addresses of the drafts; empty when nothing was written. */
	readonly slugs: readonly string[];
}

interface Sound {
	readonly input: InnovationInput;
	readonly actor: Actor;
}

/**
 * Makes a draft of each row of a CSV, XLSX or JSON file, in the region and agency it names, by the
 * rules of the form. All rows or none; a title that its region has already is a problem, so that
 * a file is not taken in twice.
 */
export async function importInnovations(
	ctx: WriteContext,
	{ bytes, isDryRun }: { readonly bytes: Uint8Array; readonly isDryRun: boolean }
): Promise<ImportedWriteUps> {
	const { rows, unread } = await readWriteUps(bytes);
	const problems: WriteUpProblem[] = [];
	const sound: Sound[] = [];
	const titles = new Set<string>();
	for (const { row, record } of rows) {
		const judged = await judge(ctx, record, titles);
		if (Array.isArray(judged)) problems.push(...judged.map((each) => told(row, each)));
		else sound.push(judged);
	}
	const slugs = isDryRun || problems.length > 0 ? [] : await writeAll(ctx, sound);
	return { rows: rows.length, problems, unread, slugs };
}

async function judge(
	ctx: WriteContext,
	record: ImportRecord,
	titles: Set<string>
): Promise<Sound | FieldProblem[]> {
	const place = await placeOf(ctx, record);
	const parsed = v.safeParse(InnovationForm, {
		...formValuesOf(record, codeOfWord),
		place: 'problem' in place ? '' : place.value
	});
	const problems = [
		...('problem' in place ? [place.problem] : []),
		...(parsed.success ? [] : parsed.issues.map((issue) => choiceProblem(record, problemOf(issue))))
	];
	if (!parsed.success || 'problem' in place) return problems;

	const title = `${place.regionCode} ${parsed.output.titleId.toLowerCase()}`;
	if (
		titles.has(title) ||
		(await innovations.hasTitle(ctx.db, place.regionCode, parsed.output.titleId))
	) {
		return [{ path: 'titleId', code: 'innovation.import.titleThere' }];
	}
	titles.add(title);
	try {
		await partsOf(ctx, parsed.output);
	} catch (error) {
		if (!(error instanceof DomainError)) throw error;
		return [...(error.details.fields ?? [{ path: '', code: `error.${error.code}` }])];
	}
	return { input: { ...parsed.output, intent: 'save' }, actor: writerFor(place) };
}

interface NamedPlace {
	readonly value: string;
	readonly regionCode: string;
	readonly agencyId: string | null;
}

async function placeOf(
	ctx: WriteContext,
	record: ImportRecord
): Promise<NamedPlace | { readonly problem: FieldProblem }> {
	const [regionCode, agency] = [wordOf(record.get('region')), wordOf(record.get('agency'))];
	const region = await findRegion(ctx, regionCode);
	if (!region) {
		return { problem: { path: 'region', code: 'innovation.import.badRegion' } };
	}
	if (agency === '') return { value: `${regionCode}/`, regionCode, agencyId: null };
	// Inside its region nobody says which region's agency it is.
	const isMeant = (name: string) =>
		[name, name.replace(` ${region.name}`, '')].some(
			(each) => each.toLowerCase() === agency.toLowerCase()
		);
	const named = (await agenciesIn(ctx, regionCode)).find(({ id, name, shortName }) =>
		[id, name, shortName].some(isMeant)
	);
	if (!named) return { problem: { path: 'agency', code: 'innovation.import.badAgency' } };
	return { value: `${regionCode}/${named.id}`, regionCode, agencyId: named.id };
}

function wordOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Who runs the command writes for the place a row names, as who holds the database may. */
function writerFor({ regionCode, agencyId }: NamedPlace): Actor {
	return {
		accountId: 'command-line',
		name: 'Command line',
		grants: [{ role: 'institution_admin', regionCode, agencyId }]
	};
}

function writeAll({ db, now }: WriteContext, sound: readonly Sound[]): Promise<string[]> {
	return inTransaction({ db, now }, async (inner) => {
		const slugs: string[] = [];
		for (const { input, actor } of sound) {
			const { slug } = await createInnovation({ ...inner, actor, locale: 'id' }, input);
			slugs.push(slug);
		}
		return slugs;
	});
}

function problemOf(issue: v.BaseIssue<unknown>): FieldProblem {
	const isMissing = issue.kind === 'schema' && issue.received === 'undefined';
	return { path: v.getDotPath(issue) ?? '', code: isMissing ? 'field.required' : issue.message };
}

const COLUMN_BY_FIELD = new Map(
	importColumns.flatMap((column) => column.fields.map((field) => [field, column] as const))
);

/** A word that stands for no choice is told with those there are. */
function choiceProblem(record: ImportRecord, problem: FieldProblem): FieldProblem {
	const column = COLUMN_BY_FIELD.get(problem.path.split('.')[0] ?? '');
	if (!column?.group || !record.get(column.name)) return problem;
	const values = { choices: choicesOf(column.group).join(', ') };
	return { path: problem.path, code: 'innovation.import.badChoice', values };
}

function told(row: number, { path, code, values }: FieldProblem): WriteUpProblem {
	const [field = ''] = path.split('.');
	const column = field === '' ? null : (COLUMN_BY_FIELD.get(field)?.name ?? field);
	return { row, column, code, ...(values && { values }) };
}
