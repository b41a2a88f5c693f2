import { bestFirst } from '#lib/benchmarks/statistics/direction.ts';
import { quantile } from '#lib/benchmarks/statistics/quantile.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import { joinSentence } from './join-sentence.ts';
import type { Tile, TilesModel } from './model-regions.ts';
import { TILES } from './tile-layout.ts';
import { shortValueText, valueCell, valueText } from './value-text.ts';

/** A province with the median of its regions. */
export interface ProvinceValue {
	readonly code: string;
	readonly name: string;
	/** In the KPI's unit; null where no region has a value. */
	readonly value: number | null;
	/** Regions with a value, and all there are; none where there is nobody to compare. */
	readonly n: number;
	readonly nExpected: number;
	readonly isSample: boolean;
	/** The province of the reader's own region. */
	readonly isOwn: boolean;
}

export interface TilesInput extends ChartHeading {
	readonly provinces: readonly ProvinceValue[];
}

/**
 * The provinces as tiles about where they lie, each with its value, shaded by the quarter of the
 * provinces it is in: from light (lowest) to dark (highest). Values stand in the tiles and in the
 * table; the shade only helps to see patterns.
 */
export function tilesModel(input: TilesInput, context: ChartContext): TilesModel {
	const { t, direction } = context;
	const valued = input.provinces.flatMap(({ value }) => (value === null ? [] : [value]));
	const cuts = [0.25, 0.5, 0.75].map((p) => quantile(valued, p) ?? Infinity);
	const tiles = input.provinces.flatMap((province): Tile[] => {
		const place = TILES[province.code];
		if (!place) return [];
		const { value } = province;
		return [
			{
				...place,
				id: province.code,
				name: province.name,
				value,
				text: value === null ? t('chart.missing.no_data') : valueText(value, context),
				shortText: value === null ? '–' : shortValueText(value, context),
				shade: value === null ? null : cuts.filter((cut) => value > cut).length,
				isOwn: province.isOwn
			}
		];
	});
	const compare = bestFirst(direction === 'neutral' ? 'higher' : direction);
	const sorted = input.provinces.toSorted((a, b) => {
		if (a.value === null || b.value === null) {
			return Number(a.value === null) - Number(b.value === null) || a.name.localeCompare(b.name);
		}
		return compare(a.value, b.value) || a.name.localeCompare(b.name);
	});
	return {
		kind: 'tiles',
		title: input.title,
		subtitle: input.subtitle,
		sentence: sentenceOf(sorted, context),
		directionNote: directionNote(context),
		notes: [t('chart.tiles.note')],
		sampleMark: input.provinces.some(({ isSample }) => isSample) ? t('chart.sample') : '',
		table: {
			caption: `${input.title}. ${input.subtitle}`,
			columns: [
				t('chart.tiles.province'),
				t('chart.tiles.code'),
				t('chart.tiles.median'),
				t('chart.tiles.reported')
			],
			rows: sorted.map(({ code, name, value, n, nExpected, isOwn }) => ({
				header: name,
				isHighlighted: isOwn,
				cells: [
					plain(TILES[code]?.short ?? ''),
					valueCell({ value, missing: nExpected === 0 ? 'not_applicable' : null }, context),
					plain(t('chart.cases_of', { numerator: n, denominator: nExpected }))
				]
			}))
		},
		tiles,
		legend: legendOf(valued, cuts, context),
		records: sorted.map(({ code, name, value, isSample }) => ({
			id: code,
			name,
			rank: null,
			rankLow: null,
			rankHigh: null,
			value,
			numerator: null,
			denominator: null,
			isProvisional: false,
			isSample,
			missing: value === null ? 'no_data' : null
		}))
	};
}

function plain(text: string) {
	return { text, detail: '', value: null, missing: null };
}

/** The highest and the lowest province, and the own one. */
function sentenceOf(sorted: readonly ProvinceValue[], context: ChartContext): string {
	const valued = sorted.flatMap(({ name, value, isOwn }) =>
		value === null ? [] : [{ name, value, isOwn }]
	);
	const [first, last] = [valued[0], valued.at(-1)];
	const own = valued.find(({ isOwn }) => isOwn);
	const { t } = context;
	if (!first || !last) return t('chart.sentence.empty');
	const key = context.direction === 'neutral' ? 'chart.tiles.range' : 'chart.tiles.bestWorst';
	return joinSentence([
		t(key, {
			count: valued.length,
			first: first.name,
			firstValue: valueText(first.value, context),
			last: last.name,
			lastValue: valueText(last.value, context)
		}),
		own ? t('chart.tiles.own', { name: own.name, value: valueText(own.value, context) }) : ''
	]);
}

/** What each shade stands for, from light to dark; shades nobody has are left out. */
function legendOf(
	values: readonly number[],
	cuts: readonly number[],
	context: ChartContext
): TilesModel['legend'] {
	return [0, 1, 2, 3].flatMap((shade) => {
		const inside = values.filter((value) => cuts.filter((cut) => value > cut).length === shade);
		if (inside.length === 0) return [];
		const [low, high] = [Math.min(...inside), Math.max(...inside)];
		const text = `${shortValueText(low, context)}–${shortValueText(high, context)}`;
		return [{ shade, text }];
	});
}
