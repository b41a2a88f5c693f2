import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import type { Month } from '#lib/core/period.ts';
import { type GridIntent, type PostedRow } from '../grid-form.ts';
import { readRow, signatureOf } from '../grid-row.ts';
import { saveEntry } from './save-entry.ts';
import { requireEnterable } from './scope.ts';
import { submitEntries } from './submit.ts';
import { unlockEntry } from './unlock-entry.ts';

interface GridInput {
	readonly region: string;
	readonly month: Month;
	readonly intent: GridIntent;
	readonly rows: readonly PostedRow[];
}

/** What the month's form came to, when all of it could be done. */
export interface SavedGrid {
	readonly saved: number;
	readonly submitted: number;
}

/**
 * Saves the rows of a month's form that were changed, each for itself: one bad row does not keep
 * the others back. Rows that cannot be saved are named together at the end (`invalid`, or
 * `stale_version` when only other people's changes are in the way), with paths such as
 * `ADM-TAT-KTP.received`. Then every draft is submitted, or a row unlocked, when asked for.
 */
export async function saveGrid(
	ctx: Context,
	{ region, month, intent, rows }: GridInput
): Promise<SavedGrid> {
	const kpis = new Map((await requireEnterable(ctx, region)).map((kpi) => [kpi.code, kpi]));
	const problems: FieldProblem[] = [];
	let saved = 0;
	let stale = 0;
	for (const row of rows) {
		const kpi = kpis.get(row.kpi);
		// A locked row comes without its controls: it can only be unlocked.
		if (!kpi || row.texts.presence === undefined) continue;
		if (row.choice === 'theirs' || signatureOf(kpi, row.texts) === row.was) continue;
		const version = row.choice === 'mine' ? row.shownVersion : row.version;
		const read = readRow(kpi, row.texts);
		const prefixed = (fields: readonly FieldProblem[]) =>
			fields.map((field) => ({ ...field, path: `${kpi.code}.${field.path}` }));
		if (version === null || read.problems.length > 0) {
			problems.push(...prefixed(read.problems));
			continue;
		}
		const input = { ...read.parts, presence: read.presence, note: read.note, version };
		const cell = { region, month, kpi: kpi.code };
		const refusal = await refusalOf(
			saveEntry(ctx, { ...cell, ...input, reason: '', intent: 'save' })
		);
		if (refusal === null) saved++;
		else {
			const isStale = refusal.code === 'stale_version';
			if (isStale) stale++;
			const own = { path: isStale ? 'version' : 'row', code: refusal.details.message ?? '' };
			const fields = refusal.details.fields ?? [];
			problems.push(...prefixed(isStale || fields.length === 0 ? [own, ...fields] : fields));
		}
	}
	if (problems.length > 0) {
		const code = stale > 0 ? 'stale_version' : 'invalid';
		throw new DomainError(code, {
			message: 'entry.grid.partly',
			values: { saved },
			fields: problems
		});
	}
	if (intent.do === 'unlock') await unlockRow(ctx, { region, month, intent, rows });
	if (intent.do !== 'submit') return { saved, submitted: 0 };
	const done = await submitEntries(ctx, { region, month });
	return { saved, submitted: done.kpis.length };
}

async function unlockRow(
	ctx: Context,
	{ region, month, intent, rows }: GridInput & { intent: GridIntent & { do: 'unlock' } }
): Promise<void> {
	const row = rows.find(({ kpi }) => kpi === intent.kpi);
	if (row?.version === undefined || row.version === null) throw new DomainError('not_found');
	const { kpi, version, reason } = row;
	if (reason === '') {
		throw new DomainError('invalid', {
			fields: [{ path: `${kpi}.reason`, code: 'observation.reasonRequired' }]
		});
	}
	await unlockEntry(ctx, { region, month, kpi, version, reason });
}

async function refusalOf(saving: Promise<unknown>): Promise<DomainError | null> {
	try {
		await saving;
		return null;
	} catch (error) {
		if (error instanceof DomainError) return error;
		throw error;
	}
}
