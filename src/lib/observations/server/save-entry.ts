import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem, invalidField } from '#lib/core/errors.ts';
import { isMonth, monthIndex, type Month } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { EnteredParts } from '../derive-entered.ts';
import { isReportable } from '../reporting-month.ts';
import { fieldsOf, partsFor, pickParts, type Presence } from '../row-kind.ts';
import { type EntryStatus, mayTake, statusAfter } from '../workflow.ts';
import { formProblems } from './checks.ts';
import { emptyEntry } from './new-entry.ts';
import { keepPublished } from './published-counts.ts';
import * as entries from './repository.ts';
import { requireKpi } from './scope.ts';
import { submitEntries } from './submit.ts';

/** What an agency typed for a KPI's month, with the version its form was filled from. */
export interface EntryInput extends EnteredParts {
	readonly presence: Presence;
	/** 0 when nothing was stored yet. */
	readonly version: number;
	readonly note: string;
	/** Why a published month is changed; needed unless it was given when the month was unlocked. */
	readonly reason: string;
	readonly intent: 'save' | 'submit';
}

/** Which entry a form is about. */
export interface EntryCell {
	readonly region: string;
	readonly month: Month;
	/** The code of a KPI that people type. */
	readonly kpi: string;
}

/** How an entry stands after it was saved. */
export interface SavedEntry {
	readonly status: EntryStatus;
	readonly version: number;
	/** ISO instant. */
	readonly savedAt: string;
}

/**
 * Saves what an agency typed for a KPI's month, and submits it when asked to: both or neither.
 * The version must be the one the form was filled from, else `stale_version` names each figure
 * that someone else has changed meanwhile. Contradictions are `invalid`; what is merely unusual
 * can be saved, but not submitted without a note.
 */
export async function saveEntry(
	ctx: Context,
	{ region: regionCode, month, kpi: kpiCode, ...input }: EntryCell & EntryInput
): Promise<SavedEntry> {
	return inTransaction(ctx, async (ctx) => {
		const region = await getRegion(ctx, regionCode);
		const kpi = await requireKpi(ctx, regionCode, kpiCode);
		if (!isMonth(month) || !isReportable(month, ctx.now())) {
			throw invalidField('month', 'observation.monthNotOver');
		}
		const cell = { regionKey: region.key, month: monthIndex(month), kpiKey: kpi.key };
		const known = await entries.find(ctx.db, cell.regionKey, cell.month, cell.kpiKey);
		if ((known?.version ?? 0) !== input.version) throw staleEntry(kpi, input, known);

		const candidate = candidateOf(kpi, known ?? emptyEntry(cell), input);
		const problems = formProblems(kpi, candidate, input.intent);
		if (problems.length > 0) throw new DomainError('invalid', { fields: problems });

		const savedAt = ctx.now().toISOString();
		const version = known
			? await change(ctx, kpi, known, candidate, input)
			: await create(ctx, kpi, candidate, input);
		if (input.intent === 'save') return { status: statusAfter('save'), version, savedAt };

		await submitEntries(ctx, { region: regionCode, month, kpis: [kpi.code] });
		return { status: statusAfter('submit'), version: version + 1, savedAt };
	});
}

function candidateOf(kpi: KpiDetail, base: ObservationEntry, input: EntryInput): ObservationEntry {
	return {
		...base,
		...withPending(partsFor(kpi, input.presence, pickParts(input))),
		missingReason: input.presence === 'not_applicable' ? 'not_applicable' : null,
		note: input.note
	};
}

function withPending(parts: EnteredParts) {
	return { ...parts, pending: parts.pending ?? null };
}

async function create(
	ctx: Context,
	kpi: KpiDetail,
	candidate: ObservationEntry,
	input: EntryInput
): Promise<number> {
	const entry: ObservationEntry = {
		...candidate,
		// In the demonstration every figure is made up, whoever types it.
		isSample: (await entries.hasSample(ctx.db, candidate.regionKey)) ? 1 : 0,
		enteredBy: ctx.actor?.accountId ?? null,
		updatedAt: ctx.now().toISOString()
	};
	if (!(await entries.insert(ctx.db, entry))) throw await staleNow(ctx, kpi, entry, input);
	return entry.version;
}

async function change(
	ctx: Context,
	kpi: KpiDetail,
	known: ObservationEntry,
	candidate: ObservationEntry,
	input: EntryInput
): Promise<number> {
	if (!mayTake('save', known.status)) {
		throw new DomainError('illegal_transition', { message: 'entry.locked' });
	}
	const wasPublished = known.publishedAt !== null;
	// A month that was unlocked has its reason already.
	const needsReason = wasPublished && known.changeReason === null && input.reason === '';
	if (needsReason && !sameFigures(kpi, known, candidate)) {
		throw invalidField('reason', 'observation.reasonRequired');
	}
	const isWritten = await entries.update(ctx.db, known, {
		...withPending(pickParts(candidate)),
		missingReason: candidate.missingReason,
		status: statusAfter('save'),
		note: candidate.note,
		changeReason: wasPublished && input.reason !== '' ? input.reason : known.changeReason,
		publishedCounts: keepPublished(known),
		enteredBy: ctx.actor?.accountId ?? null,
		submittedAt: null,
		verifiedAt: null,
		updatedAt: ctx.now().toISOString()
	});
	if (!isWritten) throw await staleNow(ctx, kpi, known, input);
	return known.version + 1;
}

function sameFigures(kpi: KpiDetail, a: ObservationEntry, b: ObservationEntry): boolean {
	return (
		a.missingReason === b.missingReason && fieldsOf(kpi).every((field) => a[field] === b[field])
	);
}

/** Someone was quicker by a moment: what they stored has to be read again. */
async function staleNow(
	{ db }: Context,
	kpi: KpiDetail,
	{ regionKey, month, kpiKey }: Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey'>,
	input: EntryInput
): Promise<DomainError> {
	return staleEntry(kpi, input, await entries.find(db, regionKey, month, kpiKey));
}

/** Names both values of each figure that differs, so that neither is lost. */
function staleEntry(
	kpi: KpiDetail,
	input: EntryInput,
	known: ObservationEntry | undefined
): DomainError {
	const differing = known
		? fieldsOf(kpi).filter((field) => (known[field] ?? null) !== (input[field] ?? null))
		: [];
	const fields = differing.map((field): FieldProblem => {
		const stored = known?.[field] ?? null;
		return stored === null
			? { path: field, code: 'entry.storedEmpty' }
			: { path: field, code: 'entry.stored', values: { value: stored } };
	});
	return new DomainError('stale_version', {
		message: 'entry.stale',
		fields,
		extra: {
			version: known?.version ?? 0,
			stored: known ? { ...pickParts(known), missingReason: known.missingReason } : null,
			yours: pickParts(input)
		}
	});
}
