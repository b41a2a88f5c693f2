import { quantile } from '#lib/benchmarks/statistics/quantile.ts';
import type { ChartContext } from './chart-context.ts';
import { MAX_NAMED_SERIES } from './limits.ts';
import type { MissingReason } from './model-parts.ts';
import type { ReferenceLine, RegionMark, RegionRecord } from './model-regions.ts';
import { assignSlots, chooseNamed } from './series-slots.ts';
import { shortValueText, valueText } from './value-text.ts';

/** One region's value in one month, as a query gives it. */
export interface RegionValue {
	readonly id: string;
	readonly name: string;
	readonly shortName?: string;
	/** In the KPI's unit, unrounded; null when missing. */
	readonly value: number | null;
	readonly missing?: MissingReason | null;
	readonly numerator?: number | null;
	readonly denominator?: number | null;
	readonly isProvisional?: boolean;
	readonly isSample?: boolean;
	/** The reader's own region. */
	readonly isOwn?: boolean;
	/** A region the reader picked; at most eight are named, the own one included. */
	readonly isSelected?: boolean;
	/** 1 is best; null or absent when the month or the region is not ranked. */
	readonly rank?: number | null;
	readonly rankLow?: number | null;
	readonly rankHigh?: number | null;
	/** The interval of the value, in the KPI's unit. */
	readonly low?: number | null;
	readonly high?: number | null;
}

/** Fewer regions have no quartiles worth a line. */
const MIN_FOR_QUARTILES = 4;

/** The colour and marker of each highlighted region, by id. */
export function highlightSlots(regions: readonly RegionValue[]): Map<string, number> {
	const named = chooseNamed(
		regions
			.filter(({ isOwn, isSelected }) => isOwn === true || isSelected === true)
			.map(({ id, isOwn }) => ({ id, isOwn: isOwn === true }))
	).slice(0, MAX_NAMED_SERIES);
	const slots = assignSlots(named);
	return new Map(named.map(({ id }, i) => [id, slots[i] ?? 0]));
}

/** The mark of a region that has a value. */
export function regionMark(
	region: RegionValue,
	value: number,
	slots: ReadonlyMap<string, number>,
	isMixed: boolean,
	context: ChartContext
): RegionMark {
	const isSample = region.isSample === true;
	const marked = (name: string) =>
		isMixed && isSample ? context.t('chart.sample_name', { name }) : name;
	return {
		id: region.id,
		name: marked(region.name),
		shortName: marked(region.shortName ?? region.name),
		value,
		text: valueText(value, context),
		shortText: shortValueText(value, context),
		slot: slots.get(region.id) ?? null,
		isOwn: region.isOwn === true,
		isSample,
		isProvisional: region.isProvisional === true
	};
}

/** Whether invented and real figures stand side by side, so that each must say which it is. */
export function isMixedSample(regions: readonly RegionValue[]): boolean {
	return new Set(regions.map(({ isSample }) => isSample === true)).size > 1;
}

/** The quartiles of the values; empty with fewer than four regions. */
export function quartileLines(
	regions: readonly RegionValue[],
	context: ChartContext
): ReferenceLine[] {
	const values = drawnValues(regions);
	if (values.length < MIN_FOR_QUARTILES) return [];
	return (['p25', 'p50', 'p75'] as const).map((name, i) => {
		const value = quantile(values, (i + 1) / 4) ?? 0;
		return {
			value,
			name: context.t(`chart.quartile.${name}`),
			endText: shortValueText(value, context)
		};
	});
}

/** The values that quartiles are made of: all that are drawn, as a benchmark takes all published ones. */
export function drawnValues(regions: readonly RegionValue[]): number[] {
	return regions.flatMap(({ value }) => value ?? []);
}

/** All regions for the CSV file, in the order given. */
export function regionRecords(regions: readonly RegionValue[]): RegionRecord[] {
	return regions.map((region) => ({
		id: region.id,
		name: region.name,
		rank: region.rank ?? null,
		rankLow: region.rankLow ?? null,
		rankHigh: region.rankHigh ?? null,
		value: region.value,
		numerator: region.numerator ?? null,
		denominator: region.denominator ?? null,
		isProvisional: region.isProvisional === true,
		isSample: region.isSample === true,
		missing: region.value === null ? (region.missing ?? 'no_data') : null
	}));
}
