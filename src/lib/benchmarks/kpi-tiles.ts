import type { TilesModel } from '#lib/charts/model-regions.ts';
import { tilesModel } from '#lib/charts/tiles-model.ts';
import { formatMonth } from '#lib/i18n/format.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { chartContextOf } from './chart-context.ts';
import type { Ranking } from './ranking.ts';

/** Fewer provinces with values make no pattern to see. */
const MIN_PROVINCES = 8;

/**
 * The medians of the provinces' regions as a tile map; null when too few provinces have any.
 * @param ownProvince the province of the reader's own region, if there is one
 */
export function kpiTiles(
	{ kpi, month }: Pick<Ranking, 'kpi' | 'month'>,
	provinces: readonly {
		readonly code: string;
		readonly name: string;
		readonly value: number | null;
		readonly n: number;
		readonly nExpected: number;
		readonly isSample: boolean;
	}[],
	ownProvince: string | null,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): TilesModel | null {
	const valued = provinces.filter(({ value }) => value !== null);
	if (month === null || valued.length < MIN_PROVINCES) return null;
	return tilesModel(
		{
			title: t('kpi.tiles.title'),
			subtitle: t('kpi.tiles.subtitle', { month: formatMonth(locale, month) }),
			provinces: provinces.map((one) => ({ ...one, isOwn: one.code === ownProvince }))
		},
		chartContextOf(kpi, locale, t)
	);
}
