import type { Cell } from '#lib/charts/model-parts.ts';
import type { RankingModel, SpreadModel } from '#lib/charts/model-regions.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import type { RegionValue } from '#lib/charts/region-input.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { valueCell } from '#lib/charts/value-text.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { capitalised, chartContextOf, groupText } from './chart-context.ts';
import type { RankedRegion, Ranking } from './ranking.ts';

/** Which regions stand out in a chart: the reader's own and those chosen. */
export interface Highlight {
	readonly own: string | null;
	readonly selected: readonly string[];
}

interface Reader {
	readonly locale: Locale;
	readonly t: Translate;
}

/** How the values of a group are spread. */
export function kpiSpread(
	ranking: Ranking,
	highlight: Highlight,
	{ locale, t }: Reader
): SpreadModel {
	const context = chartContextOf(ranking.kpi, locale, t);
	const model = spreadModel(
		{
			title: t('kpi.spread.title'),
			subtitle: subtitleOf(ranking, { locale, t }),
			regions: ranking.rows.map((row) => regionValue(row, highlight))
		},
		context
	);
	if (ranking.n <= MAX_WHOLE) return model;
	// The page lists all regions once, in the table of ranks; here the quartiles say enough.
	const { summary } = ranking;
	const quartile = (header: string, value: number | null) => ({
		header,
		isHighlighted: false,
		cells: [valueCell({ value }, context)] as Cell[]
	});
	return {
		...model,
		table: {
			...model.table,
			columns: [t('kpi.spread.measure'), t('chart.column.value')],
			rows: [
				quartile(t('kpi.quantile.p10'), summary.p10),
				quartile(t('chart.quartile.p25'), summary.p25),
				quartile(t('chart.quartile.p50'), summary.p50),
				quartile(t('chart.quartile.p75'), summary.p75),
				quartile(t('kpi.quantile.p90'), summary.p90),
				...model.table.rows
					.filter(({ isHighlighted }) => isHighlighted)
					.map((row) => ({ ...row, cells: row.cells.slice(-1) }))
			]
		}
	};
}

/** Groups up to this size are listed whole; of larger ones only some places are drawn. */
const MAX_WHOLE = 40;

/** Whether the ranking of a group is drawn whole without being asked for. */
export function isShownWhole({ n }: Pick<Ranking, 'n'>): boolean {
	return n <= MAX_WHOLE;
}

const BEST_SHOWN = 10;
const AROUND = 2;

/**
 * The ranking of a group as dots. A large group shows the best ten and what surrounds the chosen
 * regions, not who comes last: the page is for learning, not for shaming. Only who asks for it gets
 * all of them.
 */
export function kpiRanking(
	ranking: Ranking,
	highlight: Highlight,
	{ locale, t }: Reader,
	isWhole = false
): RankingModel {
	const exact = whyExact(ranking, t);
	const model = rankingModel(
		{
			title: t(exact === null ? 'kpi.ranking.title' : 'kpi.ranking.titleExact'),
			subtitle: subtitleOf(ranking, { locale, t }),
			regions: ranking.rows.map((row) => regionValue(row, highlight)),
			isWhole
		},
		chartContextOf(ranking.kpi, locale, t)
	);
	const noted = exact === null ? model : { ...model, notes: [exact, ...model.notes] };
	return isWhole || isShownWhole(ranking) ? noted : withoutTail(noted, ranking, highlight, t);
}

/** Why no rank has an interval; null where some have. */
function whyExact({ kpi, rows }: Ranking, t: Translate): string | null {
	if (rows.some(({ rankLow }) => rankLow !== null)) return null;
	if (kpi.kind === 'count' || kpi.derivation === 'coverage') return t('kpi.exact.counted');
	return t('kpi.exact.score');
}

/** Keeps the best places and those around a chosen region; the table keeps the chosen ones too. */
function withoutTail(
	model: RankingModel,
	{ rows }: Ranking,
	highlight: Highlight,
	t: Translate
): RankingModel {
	const valued = rows.filter(({ value }) => value !== null);
	const position = new Map(valued.map(({ code }, i) => [code, i]));
	const chosen = valued.flatMap(({ code, rank }, i) => {
		// Whoever has no rank has no neighbours either: beside it stand those that come last.
		return isHighlighted(code, highlight) ? [{ place: i, around: rank === null ? 0 : AROUND }] : [];
	});
	const isShown = (i: number) =>
		i < BEST_SHOWN || chosen.some(({ place, around }) => Math.abs(place - i) <= around);

	const kept = model.rows.flatMap((row) => {
		const place = position.get(row.id);
		return place !== undefined && isShown(place) ? [{ row, place }] : [];
	});
	const shown = kept.map(({ row, place }, i) => ({
		...row,
		skippedBefore: place - (kept[i - 1]?.place ?? -1) - 1
	}));
	const skippedAfter = valued.length - 1 - (kept.at(-1)?.place ?? -1);
	const skipped = new Set([...shown.map(({ skippedBefore }) => skippedBefore), skippedAfter]);
	const ids = new Set(kept.map(({ row }) => row.id));
	return {
		...model,
		rows: shown,
		skippedAfter,
		skippedTexts: Object.fromEntries(
			[...skipped].filter((n) => n > 0).map((n) => [n, t('chart.skipped', { count: n })])
		),
		table: {
			...model.table,
			// Records and rows of the table stand in the same order.
			rows: model.table.rows.filter((_, i) => ids.has(model.records[i]?.id ?? ''))
		}
	};
}

/** The group, the month and how many of its regions have reported. */
export function subtitleOf(
	{ groupLabel, month, n, nExpected }: Ranking,
	{ locale, t }: Reader
): string {
	return t('kpi.subtitle', {
		group: capitalised(groupText(groupLabel, t)),
		month: month === null ? '' : formatMonth(locale, month),
		n,
		expected: nExpected
	});
}

/** A ranked region as charts take it. */
export function regionValue(row: RankedRegion, highlight: Highlight): RegionValue {
	return {
		id: row.code,
		name: row.name,
		shortName: row.name.replace(/^Kabupaten /, 'Kab. '),
		value: row.value,
		missing: row.missing,
		numerator: row.numerator,
		denominator: row.denominator,
		isProvisional: row.isProvisional,
		isSample: row.isSample,
		isOwn: row.code === highlight.own,
		isSelected: highlight.selected.includes(row.code),
		rank: row.rank,
		rankLow: row.rankLow,
		rankHigh: row.rankHigh,
		low: row.low,
		high: row.high
	};
}

function isHighlighted(code: string, { own, selected }: Highlight): boolean {
	return code === own || selected.includes(code);
}
