import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { endOfDay } from '#lib/core/as-of.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { Day } from '#lib/core/period.ts';
import { pause } from '#lib/core/server/pause.ts';
import type { Db } from '#lib/database/connection.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { seriesPoints, signalOf } from '../series-signal.ts';
import { listHolding } from './baseline-repository.ts';
import { listRegionsKnown } from './known-repository.ts';
import { makeTally } from './signal-tally.ts';
import { signalsNow, type SignalSource } from './signal-source.ts';
import type { NamedSignal, SignalFilter } from './signals-repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** Days whose signals are kept; each takes up to 10 MB for 500 regions with 60 indicators. */
const MAX_KEPT = 4;
/** Days that may wait for their turn: one is found after the other. */
const MAX_WAITING = 3;
/** Regions of one KPI judged at a stretch: about 10 ms of work for ten years of months. */
const REGIONS_AT_ONCE = 40;

interface Found {
	/** What was known at the end of a day that is over does not change any more. */
	readonly days: Map<Day, Promise<readonly NamedSignal[]>>;
	nWaiting: number;
	last: Promise<unknown>;
}

const kept = new WeakMap<Db, Found>();

/**
 * The signals of what was known at the end of a day. All series are judged anew, in slices and one
 * day after the other, once for each day; `unavailable` when too many other days wait.
 */
export async function signalsKnown(ctx: ReadContext, asOf: Day): Promise<SignalSource> {
	const then = endOfDay(asOf);
	if (then >= ctx.now().toISOString()) return signalsNow(ctx);
	const rows = await findOnce(ctx, asOf);
	const ofMonth = (month: number) => rows.filter((row) => row.month === month);
	return {
		list: (filter) => Promise.resolve(choose(rows, filter)),
		months: () => Promise.resolve(countMonths(rows)),
		tally: (month) => Promise.resolve(makeTally(ofMonth(month))),
		points: (kpiKey, regionKey) =>
			listRegionsKnown(ctx.db, [regionKey], { kpiKeys: [kpiKey], asOf: then }),
		restarts: async (kpiKey, regionKey) =>
			(await listHolding(ctx.db, { kpiKey, regionKey, asOf: then })).map(({ month }) => month)
	};
}

function findOnce(ctx: ReadContext, day: Day): Promise<readonly NamedSignal[]> {
	const found: Found = kept.get(ctx.db) ?? {
		days: new Map(),
		nWaiting: 0,
		last: Promise.resolve()
	};
	kept.set(ctx.db, found);
	const known = found.days.get(day);
	if (!known && found.nWaiting >= MAX_WAITING) {
		throw new DomainError('unavailable', { message: 'signal.busy' });
	}
	const rows = known ?? inTurn(found, () => judgeAll(ctx, endOfDay(day)));
	// What was used last goes to the end, and the oldest leaves first.
	found.days.delete(day);
	found.days.set(day, rows);
	const [oldest] = found.days.keys();
	if (found.days.size > MAX_KEPT && oldest !== undefined) found.days.delete(oldest);
	// A failure is not kept: the next reader tries again.
	rows.catch(() => found.days.delete(day));
	return rows;
}

function inTurn<T>(found: Found, work: () => Promise<T>): Promise<T> {
	found.nWaiting += 1;
	const done = found.last.then(work).finally(() => {
		found.nWaiting -= 1;
	});
	found.last = done.catch(() => undefined);
	return done;
}

async function judgeAll(ctx: ReadContext, asOf: string): Promise<NamedSignal[]> {
	const regions = (await listRegions(ctx)).toSorted((a, b) => a.key - b.key);
	const restarts = Map.groupBy(await listHolding(ctx.db, { asOf }), seriesOf);
	const made: NamedSignal[] = [];
	for (const kpi of (await listKpis(ctx)).toSorted((a, b) => a.key - b.key)) {
		for (let from = 0; from < regions.length; from += REGIONS_AT_ONCE) {
			const some = regions.slice(from, from + REGIONS_AT_ONCE);
			const keys = some.map(({ key }) => key);
			const facts = await listRegionsKnown(ctx.db, keys, { kpiKeys: [kpi.key], asOf });
			const series = Map.groupBy(facts, ({ regionKey }) => regionKey);
			for (const { key, code, name, provinceCode } of some) {
				const own = restarts.get(seriesOf({ kpiKey: kpi.key, regionKey: key })) ?? [];
				const months = own.map(({ month }) => month);
				const signal = signalOf(kpi, key, seriesPoints(series.get(key) ?? []), months);
				if (!signal) continue;
				const names = { kpiCode: kpi.code, regionCode: code, regionName: name, provinceCode };
				made.push({ ...signal, ...names });
			}
			await pause();
		}
	}
	return made;
}

function seriesOf({ kpiKey, regionKey }: { kpiKey: number; regionKey: number }): string {
	return `${String(kpiKey)} ${String(regionKey)}`;
}

function countMonths(rows: readonly NamedSignal[]): { month: number; n: number }[] {
	return [...Map.groupBy(rows, ({ month }) => month)]
		.map(([month, { length }]) => ({ month, n: length }))
		.toSorted((a, b) => b.month - a.month);
}

/** What the repository of the kept signals answers to the same filter. */
function choose(rows: readonly NamedSignal[], filter: SignalFilter): NamedSignal[] {
	const { regions, kpis, month, province, variation, isFlagged, order, offset, limit } = filter;
	const chosen = rows.filter(
		(row) =>
			(!regions || regions.includes(row.regionCode)) &&
			(!kpis || kpis.includes(row.kpiCode)) &&
			(month === undefined || row.month === month) &&
			(!province || row.provinceCode === province) &&
			(!variation || row.variation === variation) &&
			(!isFlagged || row.rule !== null) &&
			(order === 'code' || row.strength !== null)
	);
	const sorted =
		order === 'code' ? chosen : chosen.toSorted((a, b) => (b.strength ?? 0) - (a.strength ?? 0));
	return sorted.slice(offset, offset + limit);
}
