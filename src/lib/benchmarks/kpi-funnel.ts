import { funnelModel } from '#lib/charts/funnel-model.ts';
import type { FunnelModel } from '#lib/charts/model-regions.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import { chartContextOf } from './chart-context.ts';
import { regionValue, subtitleOf, type Highlight } from './kpi-charts.ts';
import type { Ranking } from './ranking.ts';
import { MIN_RANKED_DENOMINATOR } from './statistics/rank.ts';

/**
 * The funnel of a KPI that is a share of cases: who differs by more than chance and the usual
 * differences between regions explain. Null for other KPIs and for groups too small for one;
 * shares of all districts there are have no chance in them.
 */
export function kpiFunnel(
	ranking: Ranking,
	highlight: Highlight,
	{ locale, t }: { readonly locale: Locale; readonly t: Translate }
): FunnelModel | null {
	const { kpi, rows } = ranking;
	if (kpi.kind !== 'proportion' || kpi.derivation === 'coverage') return null;
	const counted = rows.filter(
		({ denominator }) => denominator !== null && denominator >= MIN_RANKED_DENOMINATOR
	);
	return funnelModel(
		{
			title: t('kpi.funnel.title'),
			subtitle: subtitleOf(ranking, { locale, t }),
			regions: counted.map((row) => regionValue(row, highlight))
		},
		chartContextOf(kpi, locale, t)
	);
}
