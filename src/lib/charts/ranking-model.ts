import { bestFirst } from '#lib/benchmarks/statistics/direction.ts';
import { valueAxis } from './axis.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import type { RankingModel, RankingRow } from './model-regions.ts';
import { chooseRows, type ChosenRow } from './ranking-rows.ts';
import {
	highlightSlots,
	isMixedSample,
	quartileLines,
	regionMark,
	regionRecords,
	type RegionValue
} from './region-input.ts';
import { rankingSentence } from './region-sentence.ts';
import { regionTable } from './region-table.ts';

export interface RankingInput extends ChartHeading {
	readonly regions: readonly RegionValue[];
	/** Whether a long list is drawn whole. */
	readonly isWhole?: boolean;
}

/**
 * The ranking of regions as dots, best first. Regions without a rank come after those with one and
 * those without a value are only in the table. A long list shows its ends and what surrounds the
 * highlighted regions.
 */
export function rankingModel(input: RankingInput, context: ChartContext): RankingModel {
	const regions = sortBestFirst(input.regions, context);
	const slots = highlightSlots(regions);
	const isMixed = isMixedSample(regions);
	const { rows: chosen, skippedAfter } = chooseRows(regions, input.isWhole);
	const rows = chosen.map((row) => makeRow(row, slots, isMixed, context));
	const references = quartileLines(regions, context);

	const drawn = [
		...rows.flatMap(({ value, interval }) => [
			value,
			interval?.low ?? value,
			interval?.high ?? value
		]),
		...references.map(({ value }) => value)
	];
	const skipped = new Set([...rows.map(({ skippedBefore }) => skippedBefore), skippedAfter]);
	const { t } = context;
	return {
		kind: 'ranking',
		title: input.title,
		subtitle: input.subtitle,
		sentence: rankingSentence(regions, context),
		directionNote: directionNote(context),
		notes: [
			rows.some(({ interval }) => interval) ? t('chart.note.interval') : '',
			rows.some(({ isProvisional }) => isProvisional) ? t('chart.note.provisional_mark') : '',
			regions.some(({ value }) => value === null) ? t('chart.note.missing_regions') : ''
		].filter((note) => note !== ''),
		sampleMark: regions.some(({ isSample }) => isSample) ? t('chart.sample') : '',
		table: regionTable(regions, `${input.title}. ${input.subtitle}`, context),
		x: valueAxis(drawn, context),
		rows,
		skippedAfter,
		skippedTexts: Object.fromEntries(
			[...skipped].filter((n) => n > 0).map((n) => [n, t('chart.skipped', { count: n })])
		),
		references,
		records: regionRecords(regions)
	};
}

/** Ranked regions by rank, then the others by value, then those without one; ties by name. */
function sortBestFirst(regions: readonly RegionValue[], context: ChartContext): RegionValue[] {
	const byValue = bestFirst(context.direction);
	return regions.toSorted((a, b) => {
		const byRank = (a.rank ?? Infinity) - (b.rank ?? Infinity);
		if (Number.isFinite(byRank) && byRank !== 0) return byRank;
		if (((a.rank ?? null) === null) !== ((b.rank ?? null) === null)) return byRank;
		if (a.value === null || b.value === null) {
			return Number(a.value === null) - Number(b.value === null) || a.name.localeCompare(b.name);
		}
		return byValue(a.value, b.value) || a.name.localeCompare(b.name);
	});
}

function makeRow(
	{ region, value, skippedBefore }: ChosenRow,
	slots: ReadonlyMap<string, number>,
	isMixed: boolean,
	context: ChartContext
): RankingRow {
	const { rank = null, low = null, high = null } = region;
	return {
		...regionMark(region, value, slots, isMixed, context),
		rank,
		rankText: rank === null ? '–' : String(rank),
		interval: low === null || high === null ? null : { low, high },
		skippedBefore
	};
}
