import { bestFirst } from '#lib/benchmarks/statistics/direction.ts';
import { valueAxis } from './axis.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import type { SpreadModel } from './model-regions.ts';
import {
	highlightSlots,
	isMixedSample,
	quartileLines,
	regionMark,
	regionRecords,
	type RegionValue
} from './region-input.ts';
import { spreadSentence } from './region-sentence.ts';
import { regionTable } from './region-table.ts';

export interface SpreadInput extends ChartHeading {
	readonly regions: readonly RegionValue[];
}

/** How the values of all regions are spread, on one axis, with the highlighted regions named. */
export function spreadModel(input: SpreadInput, context: ChartContext): SpreadModel {
	const byValue = bestFirst(context.direction);
	const regions = input.regions.toSorted((a, b) => {
		if (a.value === null || b.value === null) {
			return Number(a.value === null) - Number(b.value === null) || a.name.localeCompare(b.name);
		}
		return byValue(a.value, b.value) || a.name.localeCompare(b.name);
	});
	const slots = highlightSlots(input.regions);
	const isMixed = isMixedSample(regions);
	const marks = regions.flatMap((region) =>
		region.value === null ? [] : [regionMark(region, region.value, slots, isMixed, context)]
	);
	const references = quartileLines(regions, context);
	const [low, middle, high] = references;
	const { t } = context;
	return {
		kind: 'spread',
		title: input.title,
		subtitle: input.subtitle,
		sentence: spreadSentence(regions, context),
		directionNote: directionNote(context),
		notes: [
			t('chart.note.dots'),
			marks.some(({ isProvisional }) => isProvisional) ? t('chart.note.provisional_mark') : '',
			regions.some(({ value }) => value === null) ? t('chart.note.missing_regions') : ''
		].filter((note) => note !== ''),
		sampleMark: regions.some(({ isSample }) => isSample) ? t('chart.sample') : '',
		table: regionTable(regions, `${input.title}. ${input.subtitle}`, context),
		x: valueAxis(
			marks.map(({ value }) => value),
			context
		),
		marks,
		references,
		middleText:
			low && middle && high
				? t('chart.middle_half', { low: low.endText, high: high.endText, median: middle.endText })
				: '',
		records: regionRecords(regions)
	};
}
