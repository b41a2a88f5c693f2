import type { ChartContext } from './chart-context.ts';
import type { Cell, ChartTable } from './model-parts.ts';
import type { RegionValue } from './region-input.ts';
import { valueCell } from './value-text.ts';

/** Regions as rows, in the order given: rank where there are ranks, then the value. */
export function regionTable(
	regions: readonly RegionValue[],
	caption: string,
	context: ChartContext
): ChartTable {
	const { t } = context;
	const isRanked = regions.some(({ rank }) => typeof rank === 'number');
	return {
		caption,
		columns: [
			t('chart.column.region'),
			...(isRanked ? [t('chart.column.rank')] : []),
			t('chart.column.value')
		],
		rows: regions.map((region) => ({
			header:
				region.isSample === true ? t('chart.sample_name', { name: region.name }) : region.name,
			isHighlighted: region.isOwn === true || region.isSelected === true,
			cells: [...(isRanked ? [rankCell(region, context)] : []), valueCell(region, context)]
		}))
	};
}

/** `12`, with its interval where it is known: `12 (7–21)`. */
function rankCell(region: RegionValue, { t }: ChartContext): Cell {
	const { rank = null, rankLow = null, rankHigh = null } = region;
	if (rank === null) return { text: '–', detail: t('chart.unranked'), value: null, missing: null };
	const hasInterval = rankLow !== null && rankHigh !== null;
	const detail = hasInterval ? t('chart.rank_interval', { low: rankLow, high: rankHigh }) : '';
	return { text: String(rank), detail, value: rank, missing: null };
}
