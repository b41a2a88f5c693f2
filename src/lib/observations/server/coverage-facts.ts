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
import type { DistrictCoverage, NewObservation } from '#lib/database/tables/observations.ts';
import { getRegion, listDistricts } from '#lib/regions/server/use-cases.ts';
import { deriveCoverage } from '../derive-coverage.ts';
import type { DerivedObservation } from '../derive.ts';
import * as facts from './facts-repository.ts';
import { automaticReasons, compareFact, replacedRow } from './revise.ts';

type WriteContext = Pick<Context, 'db' | 'now'>;

/**
 * Brings the coverage KPIs of a region up to date with its register, from a month to the last one
 * that is over, in the transaction that changes the register and after the data version was
 * raised. What was published otherwise before is kept as a revision.
 * @param periods the region's whole register as it is now
 * @param role of who changed it, for the revisions
 */
export async function publishCoverage(
	ctx: WriteContext,
	{
		regionCode,
		periods,
		from,
		role
	}: {
		readonly regionCode: string;
		readonly periods: readonly DistrictCoverage[];
		readonly from: Month;
		readonly role: string;
	}
): Promise<void> {
	const months = monthRange(from, lastCompletedMonth(ctx.now()));
	if (months.length === 0 || periods.length === 0) return;
	const region = await getRegion(ctx, regionCode);
	const kpis = new Map((await listKpis(ctx)).map(({ code, key }) => [code, key]));
	const publishedAt = ctx.now().toISOString();
	const status = {
		verification: periods.every(({ verification }) => verification === 'verified')
			? ('verified' as const)
			: ('claimed' as const),
		isSample: periods.some(({ isSample }) => isSample === 1) ? (1 as const) : (0 as const)
	};
	const made: NewObservation[] = [];
	for (const month of months) {
		const day = lastDayOf(month);
		const { length } = await listDistricts(ctx, regionCode, day);
		for (const derived of deriveCoverage(periods, day, length)) {
			const kpiKey = kpis.get(derived.kpiCode);
			if (kpiKey === undefined) continue; // a service whose coverage nobody follows
			const cell = { kpiKey, regionKey: region.key, month: monthIndex(month) };
			made.push({ ...cell, ...numbers(derived), ...status, revision: 1, note: '', publishedAt });
		}
	}
	await writeFacts(ctx, made, role);
}

async function writeFacts(
	ctx: WriteContext,
	made: readonly NewObservation[],
	role: string
): Promise<void> {
	const [first, last] = [made[0], made.at(-1)];
	if (!first || !last) return;
	const known = await facts.listOfRegion(
		ctx.db,
		first.regionKey,
		[...new Set(made.map(({ kpiKey }) => kpiKey))],
		{ from: first.month, to: last.month }
	);
	const keyOf = ({ kpiKey, month }: { kpiKey: number; month: number }) =>
		`${String(kpiKey)} ${String(month)}`;
	const oldOf = new Map(known.map((fact) => [keyOf(fact), fact]));
	const changed = made.filter((fact) => compareFact(oldOf.get(keyOf(fact)), fact) !== 'same');
	await facts.insertRevisions(
		ctx.db,
		changed.flatMap((fact) => {
			const old = oldOf.get(keyOf(fact));
			const change = { reason: automaticReasons.register, role, supersededAt: fact.publishedAt };
			return old ? [replacedRow(old, change)] : [];
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
