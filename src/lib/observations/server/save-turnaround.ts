import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem, invalidField } from '#lib/core/errors.ts';
import { isMonth, monthIndex, type Month } from '#lib/core/period.ts';
import type { NewObservationEntry, ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { countFields, hourFields, pickCounts, sameCounts } from '../counts.ts';
import { isReportable } from '../reporting-month.ts';
import type { TurnaroundInput } from '../schema.ts';
import { contradictions, missingCounts } from '../turnaround-checks.ts';
import { type EntryStatus, mayTake, statusAfter } from '../workflow.ts';
import { emptyEntry } from './new-entry.ts';
import { keepPublished } from './published-counts.ts';
import * as entries from './repository.ts';
import { requireService } from './scope.ts';
import { submitEntries } from './submit.ts';

/** Which entry a form is about. */
export interface EntryCell {
	readonly region: string;
	readonly month: Month;
	readonly service: string;
}

/** How an entry stands after it was saved. */
export interface SavedEntry {
	readonly status: EntryStatus;
	readonly version: number;
}

/**
 * Saves what an agency typed for a service's month, and submits it when asked to: both or
 * neither. The version must be the one the form was filled from, else `stale_version` names each
 * number that someone else has changed meanwhile. Contradictions are `invalid`; what is merely
 * unusual can be saved, but not submitted without a note.
 */
export async function saveTurnaround(
	ctx: Context,
	{ region: regionCode, month, service, ...input }: EntryCell & TurnaroundInput
): Promise<SavedEntry> {
	return inTransaction(ctx, async (ctx) => {
		const region = await getRegion(ctx, regionCode);
		const kpi = await requireService(ctx, regionCode, service);
		if (!isMonth(month) || !isReportable(month, ctx.now())) {
			throw invalidField('month', 'observation.monthNotOver');
		}
		const isSubmission = input.intent === 'submit';
		const problems = [...(isSubmission ? missingCounts(input) : []), ...contradictions(input)];
		if (problems.length > 0) throw new DomainError('invalid', { fields: problems });

		const known = await entries.find(ctx.db, region.key, monthIndex(month), kpi.key);
		if ((known?.version ?? 0) !== input.version) throw staleEntry(input, known);
		const version = known
			? await change(ctx, known, input)
			: await create(ctx, region, { month: monthIndex(month), kpiKey: kpi.key }, input);
		if (!isSubmission) return { status: statusAfter('save'), version };

		await submitEntries(ctx, { region: regionCode, month, kpis: [kpi.code] });
		return { status: statusAfter('submit'), version: version + 1 };
	});
}

async function create(
	ctx: Context,
	region: RegionSummary,
	cell: { month: number; kpiKey: number },
	input: TurnaroundInput
): Promise<number> {
	const entry: NewObservationEntry = {
		...emptyEntry({ regionKey: region.key, ...cell }),
		...pickCounts(input),
		note: input.note,
		// In the demonstration every figure is made up, whoever types it.
		isSample: (await entries.hasSample(ctx.db, region.key)) ? 1 : 0,
		enteredBy: ctx.actor?.accountId ?? null,
		updatedAt: ctx.now().toISOString()
	};
	if (!(await entries.insert(ctx.db, entry))) throw await staleNow(ctx, entry, input);
	return entry.version;
}

async function change(
	ctx: Context,
	known: ObservationEntry,
	input: TurnaroundInput
): Promise<number> {
	if (!mayTake('save', known.status)) {
		throw new DomainError('illegal_transition', { message: 'entry.locked' });
	}
	const wasPublished = known.publishedAt !== null;
	if (wasPublished && input.reason === '' && !sameCounts(known, input)) {
		throw invalidField('reason', 'observation.reasonRequired');
	}
	const isWritten = await entries.update(ctx.db, known, {
		...pickCounts(input),
		status: statusAfter('save'),
		note: input.note,
		changeReason: wasPublished && input.reason !== '' ? input.reason : known.changeReason,
		publishedCounts: keepPublished(known),
		enteredBy: ctx.actor?.accountId ?? null,
		submittedAt: null,
		verifiedAt: null,
		updatedAt: ctx.now().toISOString()
	});
	if (!isWritten) throw await staleNow(ctx, known, input);
	return known.version + 1;
}

/** Someone was quicker by a moment: what they stored has to be read again. */
async function staleNow(
	{ db }: Context,
	{ regionKey, month, kpiKey }: Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey'>,
	input: TurnaroundInput
): Promise<DomainError> {
	return staleEntry(input, await entries.find(db, regionKey, month, kpiKey));
}

/** Names both values of each number that differs, so that neither is lost. */
function staleEntry(input: TurnaroundInput, known: ObservationEntry | undefined): DomainError {
	const differing = known
		? [...countFields, ...hourFields].filter((field) => known[field] !== input[field])
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
			stored: known ? pickCounts(known) : null,
			yours: pickCounts(input)
		}
	});
}
