import type { Benchmark, Observation } from '#lib/database/tables/observations.ts';
import { groupsOf, type GroupMember } from './group.ts';
import { quantiles } from './statistics/quantile.ts';

/** What a benchmark is made from: one region's published figure. */
export type Figure = Pick<
	Observation,
	'regionKey' | 'month' | 'numerator' | 'denominator' | 'value' | 'isSample'
>;

/** Which groups each region counts in, and how many regions each group has. */
export interface GroupIndex {
	readonly groupsByRegion: ReadonlyMap<number, readonly string[]>;
	readonly nExpected: ReadonlyMap<string, number>;
}

/** Prepares the groups once for many benchmarks. Only autonomous regions count. */
export function indexGroups(
	regions: readonly (GroupMember & { readonly key: number })[]
): GroupIndex {
	const groupsByRegion = new Map(regions.map((region) => [region.key, groupsOf(region)]));
	const nExpected = new Map<string, number>();
	for (const group of [...groupsByRegion.values()].flat()) {
		nExpected.set(group, (nExpected.get(group) ?? 0) + 1);
	}
	return { groupsByRegion, nExpected };
}

/**
 * The benchmark rows of one KPI over the months and groups in which at least one region has a
 * published value. Sums take only the regions that have one, so that they fit the `n` beside them.
 * @param figures of one KPI, in any order
 */
export function benchmarkRows(
	kpiKey: number,
	figures: readonly Figure[],
	{ groupsByRegion, nExpected }: GroupIndex
): Benchmark[] {
	return [...valuedByMonth(figures)].flatMap(([month, valued]) => {
		// Sorted once a month, so that sorting again within each group costs next to nothing.
		valued.sort((a, b) => a.value - b.value);
		const members = new Map<string, Valued[]>();
		for (const figure of valued) {
			for (const group of groupsByRegion.get(figure.regionKey) ?? []) {
				const others = members.get(group);
				if (others) others.push(figure);
				else members.set(group, [figure]);
			}
		}
		return [...members].map(([groupCode, figures]) => ({
			kpiKey,
			month,
			groupCode,
			nExpected: nExpected.get(groupCode) ?? figures.length,
			...summarise(figures)
		}));
	});
}

type Valued = Figure & { readonly value: number };

function valuedByMonth(figures: readonly Figure[]): Map<number, Valued[]> {
	const byMonth = new Map<number, Valued[]>();
	for (const figure of figures) {
		if (!hasValue(figure)) continue;
		const others = byMonth.get(figure.month);
		if (others) others.push(figure);
		else byMonth.set(figure.month, [figure]);
	}
	return byMonth;
}

function hasValue(figure: Figure): figure is Valued {
	return figure.value !== null;
}

/** The figures that a benchmark row holds about its members. */
export type Summary = Omit<Benchmark, 'kpiKey' | 'month' | 'groupCode' | 'nExpected'>;

/** Counts, sums and quantiles (type 7) of regions that have a value. */
export function summarise(
	members: readonly (Pick<Figure, 'numerator' | 'denominator' | 'isSample'> & {
		readonly value: number;
	})[]
): Summary {
	const summary = quantiles(members.map(({ value }) => value));
	return {
		n: members.length,
		nSample: members.filter(({ isSample }) => isSample === 1).length,
		sumNumerator: sumOf(members.map(({ numerator }) => numerator)),
		sumDenominator: sumOf(members.map(({ denominator }) => denominator)),
		p10: summary?.p10 ?? null,
		p25: summary?.p25 ?? null,
		p50: summary?.p50 ?? null,
		p75: summary?.p75 ?? null,
		p90: summary?.p90 ?? null
	};
}

/** Null when the KPI's kind has no such part. */
function sumOf(parts: readonly (number | null)[]): number | null {
	let total: number | null = null;
	for (const part of parts) if (part !== null) total = (total ?? 0) + part;
	return total;
}
