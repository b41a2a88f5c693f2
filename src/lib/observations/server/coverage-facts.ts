import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import {
	lastCompletedMonth,
	lastDayOf,
	monthIndex,
	monthRange,
	type Month
} from '#lib/core/period.ts';
import type {
	DistrictCoverage,
	NewObservation,
	Observation
} from '#lib/database/tables/observations.ts';
import { getRegion, listDistricts } from '#lib/regions/server/use-cases.ts';
import { deriveCoverage, periodsBehind } from '../derive-coverage.ts';
import type { DerivedObservation } from '../derive.ts';
import * as facts from './facts-repository.ts';
import { automaticReasons, compareFact, isOnlyVerified, replacedRow } from './revise.ts';

type WriteContext = Pick<Context, 'db' | 'now'>;

/** A region's whole register as it is now, and the months whose KPIs are to follow from it. */
export interface CoverageToDerive {
	readonly regionCode: string;
	readonly periods: readonly DistrictCoverage[];
	readonly months: readonly Month[];
}

/**
 * Brings the coverage KPIs of a region up to date with its register, from a month to the last one
 * that is over, in the transaction that changes the register and after the data version was
 * raised. What was published otherwise before is kept as a revision.
 * @param periods the region's whole register as it is now
 * @param role of who changed it, for the revisions
 * @param isOnlyKnown leaves out months that have no value yet: nobody asked for them
 */
export async function publishCoverage(
	ctx: WriteContext,
	{
		regionCode,
		periods,
		from,
		role,
		isOnlyKnown = false
	}: Omit<CoverageToDerive, 'months'> & {
		readonly from: Month;
		readonly role: string;
		readonly isOnlyKnown?: boolean;
	}
): Promise<void> {
	const months = monthRange(from, lastCompletedMonth(ctx.now()));
	const made = await coverageFacts(ctx, { regionCode, periods, months });
	const known = isOnlyKnown ? await knownFacts(ctx, made) : null;
	const wanted = known ? made.filter((fact) => known.has(keyOf(fact))) : made;
	await writeFacts(ctx, wanted, role);
}

/**
 * Adds the coverage KPIs of months that have none yet, as a month is over without the register
 * having changed; what is published stays as it is. In a transaction, after the data version was
 * raised.
 */
export async function addCoverage(ctx: WriteContext, input: CoverageToDerive): Promise<void> {
	const made = await coverageFacts(ctx, input);
	const known = await knownFacts(ctx, made);
	await writeFacts(
		ctx,
		made.filter((fact) => !known.has(keyOf(fact))),
		''
	);
}

/**
 * The coverage KPIs that follow from a region's register. A KPI counts as verified when every row
 * that it rests on is, and as a sample when one of them is.
 */
export async function coverageFacts(
	ctx: WriteContext,
	{ regionCode, periods, months }: CoverageToDerive
): Promise<NewObservation[]> {
	if (months.length === 0 || periods.length === 0) return [];
	const region = await getRegion(ctx, regionCode);
	const kpis = new Map((await listKpis(ctx)).map(({ code, key }) => [code, key]));
	const publishedAt = ctx.now().toISOString();
	const made: NewObservation[] = [];
	for (const month of months) {
		const day = lastDayOf(month);
		const { length } = await listDistricts(ctx, regionCode, day);
		for (const derived of deriveCoverage(periods, day, length)) {
			const kpiKey = kpis.get(derived.kpiCode);
			if (kpiKey === undefined) continue; // a service whose coverage nobody follows
			const behind = periodsBehind(periods, day, derived.kpiCode);
			made.push({
				kpiKey,
				regionKey: region.key,
				month: monthIndex(month),
				...numbers(derived),
				verification: behind.every(({ verification }) => verification === 'verified')
					? 'verified'
					: 'claimed',
				isSample: behind.some(({ isSample }) => isSample === 1) ? 1 : 0,
				revision: 1,
				note: '',
				publishedAt
			});
		}
	}
	return made;
}

function keyOf({ kpiKey, month }: { kpiKey: number; month: number }): string {
	return `${String(kpiKey)} ${String(month)}`;
}

/** What is published for the KPIs and months of some facts of one region, oldest month first. */
async function knownFacts(
	{ db }: WriteContext,
	made: readonly NewObservation[]
): Promise<ReadonlyMap<string, Observation>> {
	const [first, last] = [made[0], made.at(-1)];
	if (!first || !last) return new Map();
	const known = await facts.listOfRegion(
		db,
		first.regionKey,
		[...new Set(made.map(({ kpiKey }) => kpiKey))],
		{ from: first.month, to: last.month }
	);
	return new Map(known.map((fact) => [keyOf(fact), fact]));
}

async function writeFacts(
	ctx: WriteContext,
	made: readonly NewObservation[],
	role: string
): Promise<void> {
	const oldOf = await knownFacts(ctx, made);
	const changed = made.filter((fact) => compareFact(oldOf.get(keyOf(fact)), fact) !== 'same');
	await facts.insertRevisions(
		ctx.db,
		changed.flatMap((fact) => {
			const old = oldOf.get(keyOf(fact));
			if (!old) return [];
			const isConfirmed = isOnlyVerified(old, fact);
			const reason = isConfirmed ? automaticReasons.verifiedLater : automaticReasons.register;
			return [replacedRow(old, { reason, role, supersededAt: fact.publishedAt })];
		})
	);
	await facts.upsert(
		ctx.db,
		changed.map((fact) => ({ ...fact, revision: (oldOf.get(keyOf(fact))?.revision ?? 0) + 1 }))
	);
	await refreshBenchmarks(
		ctx,
		changed.map(({ kpiKey, month }) => ({ kpiKey, month }))
	);
}

function numbers({ numerator, denominator, value, missingReason }: DerivedObservation) {
	const buckets = { bucket1: null, bucket2: null, bucket3: null, bucket4: null, bucket5: null };
	return { numerator, denominator, value, missingReason, ...buckets };
}
