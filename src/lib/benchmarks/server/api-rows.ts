import { roundTo } from '../statistics/round.ts';
import type { RankedRegion, Ranking } from '../ranking.ts';
import type { GroupMonth, RegionSeries, Series } from '../series.ts';

/** A region in `GET /benchmarks/{kpi}`. Values are unrounded; ranks are of the rounded ones. */
export function rankedRow(row: RankedRegion) {
	return {
		region: row.code,
		name: row.name,
		value: row.value,
		numerator: row.numerator,
		denominator: row.denominator,
		rank: row.rank,
		rank_low: row.rankLow,
		rank_high: row.rankHigh,
		indistinguishable: row.indistinguishable,
		percentile: row.percentile === null ? null : roundTo(row.percentile, 1),
		provisional: row.isProvisional,
		is_sample: row.isSample,
		missing_reason: row.missing,
		flags: row.flags
	};
}

/** What `GET /benchmarks/{kpi}` says about the group as a whole. */
export function benchmarkMeta({ kpi, summary, ...ranking }: Ranking) {
	return {
		kpi: kpi.code,
		unit: kpi.unit,
		direction: kpi.direction,
		period: ranking.month,
		group: ranking.group,
		n: ranking.n,
		n_expected: ranking.nExpected,
		n_ranked: ranking.nRanked,
		n_sample: ranking.nSample,
		is_ranked: ranking.isRanked,
		unranked_reason: ranking.unranked,
		is_sample: ranking.nSample > 0,
		sum_numerator: summary.sumNumerator,
		sum_denominator: summary.sumDenominator,
		p10: summary.p10,
		p25: summary.p25,
		p50: summary.p50,
		p75: summary.p75,
		p90: summary.p90
	};
}

/** The months of a region, one row each, as `GET /series/{kpi}` lists them. */
export function seriesRows({ region, cells }: RegionSeries) {
	return cells.map((cell) => ({
		region: region.code,
		name: region.name,
		period: cell.month,
		value: cell.value,
		numerator: cell.numerator,
		denominator: cell.denominator,
		provisional: cell.isProvisional,
		is_sample: cell.isSample,
		missing_reason: cell.missing
	}));
}

/** What `GET /series/{kpi}` says about the months as a whole, the group's quartiles included. */
export function seriesMeta({ kpi, from, to, regions, group }: Series) {
	const hasSample =
		regions.some(({ cells }) => cells.some(({ isSample }) => isSample)) ||
		(group?.months.some(({ nSample }) => nSample > 0) ?? false);
	return {
		kpi: kpi.code,
		unit: kpi.unit,
		from,
		to,
		is_sample: hasSample,
		group: group && { code: group.code, months: group.months.map(groupRow) }
	};
}

function groupRow({ month, n, nExpected, nSample, p25, p50, p75 }: GroupMonth) {
	return { period: month, n, n_expected: nExpected, n_sample: nSample, p25, p50, p75 };
}
