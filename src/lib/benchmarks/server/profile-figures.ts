import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Db } from '#lib/database/connection.ts';
import type { SignalRow } from '#lib/database/tables/peers.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import type { PeriodFigure } from '../peer-gap.ts';
import { seriesPoints, signalOf } from '../series-signal.ts';
import { listRegionsKnown, type KnownFact } from './known-repository.ts';
import * as periods from './period-repository.ts';
import * as benchmarks from './repository.ts';
import * as signals from './signals-repository.ts';

/** Months of an index, both ends included. */
interface Stretch {
	readonly from: MonthIndex;
	readonly to: MonthIndex;
}

export type ProfileFact = benchmarks.Fact & { readonly kpiKey: number };
export type ProfileSignal = Pick<SignalRow, 'kpiKey' | 'variation' | 'assurance'>;

/** Where the figures of a region's profile come from: what is published now, or what was once known. */
export interface ProfileFigures {
	/** The region's values, by KPI and then by month. */
	readonly ofRegion: (stretch: Stretch) => Promise<readonly ProfileFact[]>;
	readonly signals: () => Promise<readonly ProfileSignal[]>;
	readonly sums: (
		regionKeys: readonly number[],
		stretch: Stretch
	) => Promise<readonly periods.PeriodSum[]>;
	readonly monthOf: (
		regionKeys: readonly number[],
		month: MonthIndex
	) => Promise<readonly (PeriodFigure & { readonly kpiKey: number })[]>;
}

/** The figures as they are published now. */
export function figuresNow(db: Db, regionKey: number): ProfileFigures {
	return {
		ofRegion: ({ from, to }) => benchmarks.listOfRegion(db, regionKey, from, to),
		signals: () => signals.listOfRegion(db, regionKey),
		sums: (keys, { from, to }) => periods.listSums(db, keys, from, to),
		monthOf: (keys, month) => periods.listMonthOf(db, keys, month)
	};
}

/**
 * The figures as they were known at an instant. No signals and sums are kept of past states: the
 * control charts are drawn anew from what was known, and the months are added up here.
 */
export function figuresKnown(
	db: Db,
	regionKey: number,
	kpis: readonly KpiDetail[],
	asOf: string
): ProfileFigures {
	return {
		ofRegion: ({ from, to }) => listRegionsKnown(db, [regionKey], { from, to, asOf }),
		signals: async () => {
			const all = await listRegionsKnown(db, [regionKey], { asOf });
			const series = Map.groupBy(all, ({ kpiKey }) => kpiKey);
			return kpis.flatMap(
				(kpi) => signalOf(kpi, regionKey, seriesPoints(series.get(kpi.key) ?? [])) ?? []
			);
		},
		sums: async (keys, { from, to }) => {
			const facts = await listRegionsKnown(db, keys, { from, to, asOf });
			return [...Map.groupBy(facts, (fact) => `${fact.kpiKey} ${fact.regionKey}`).values()].flatMap(
				addUp
			);
		},
		monthOf: (keys, month) => listRegionsKnown(db, keys, { from: month, to: month, asOf })
	};
}

/** The sums of the months of one region and KPI; null where no month has the part, as in SQL. */
function addUp(facts: readonly KnownFact[]): periods.PeriodSum[] {
	const [first] = facts;
	if (!first) return [];
	const total = (parts: (number | null)[]) => {
		const known = parts.filter((part) => part !== null);
		return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
	};
	return [
		{
			kpiKey: first.kpiKey,
			regionKey: first.regionKey,
			numerator: total(facts.map(({ numerator }) => numerator)),
			denominator: total(facts.map(({ denominator }) => denominator)),
			months: facts.length
		}
	];
}
