import type { ChartContext } from '#lib/charts/chart-context.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { groupText } from './chart-context.ts';
import type { CompareView } from './compare-query.ts';
import type { CompareLook } from './compare-view.ts';
import type { ComparedKpi } from './comparison.ts';

/** How values are told once a way to look has turned them into differences or an index. */
export function viewContext(context: ChartContext, view: CompareView): ChartContext {
	const { range: _, ...open } = context;
	switch (view) {
		case 'value':
		case 'rolling12':
		case 'control':
			return context;
		case 'difference':
		case 'year_ago':
			return {
				...open,
				unit: context.unit === 'percent' ? 'percent_points' : context.unit,
				isSigned: true
			};
		case 'index':
			return { ...open, unit: 'index_100', decimals: 1 };
	}
}

/** The way to look, as the line under a chart's title says it; empty for the plain one. */
export function lookText(
	{ series, isConstant }: ComparedKpi,
	look: CompareLook,
	reference: string | null,
	locale: Locale,
	t: Translate
): string {
	const boundary = isConstant ? t('compare.boundary.note') : '';
	return [viewText(), boundary].filter((part) => part !== '').join(', ');

	function viewText(): string {
		switch (look.view) {
			case 'value':
				return '';
			case 'rolling12':
				return series.isRolling ? t('compare.view.rolling12') : '';
			case 'control':
				return t('compare.view.controlText', {
					name: series.regions[0]?.region.name ?? '–'
				});
			case 'year_ago':
				return t('compare.view.yearAgoText');
			case 'index':
				return t('compare.view.indexText', {
					month: formatMonth(locale, look.base ?? series.from)
				});
			case 'difference':
				return t('compare.view.differenceText', { name: referenceName() });
		}
	}

	function referenceName(): string {
		if (look.against === 'group') {
			return series.group === null
				? '–'
				: t('chart.median_of', { peers: groupText(series.group.label, t) });
		}
		return series.regions.find(({ region }) => region.code === reference)?.region.name ?? '–';
	}
}
