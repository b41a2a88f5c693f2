import type { TrendInput } from '#lib/charts/trend-model.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';
import type { CompareEvent } from './comparison.ts';
import type { Series } from './series.ts';

/** The events of a comparison as its time axis marks them; write-ups with their address. */
export function eventMarks(
	events: readonly CompareEvent[],
	{ regions }: Series,
	locale: Locale,
	t: Translate
): NonNullable<TrendInput['events']> {
	return events.map((event) => {
		if (event.kind === 'definition') {
			return {
				month: event.month,
				label: t('compare.event.definition', { version: event.version })
			};
		}
		const region = regions.find((one) => one.region.code === event.region)?.region.name;
		if (event.kind === 'baseline') {
			return {
				month: event.month,
				label: t('compare.event.baseline', {
					region: region ?? event.region,
					reason: event.reason.replace(/[.\s]+$/, '')
				}),
				href: `/regions/${event.region}/baselines`
			};
		}
		const title = locale === 'en' ? (event.titleEn ?? event.titleId) : event.titleId;
		return {
			month: event.month,
			label: t('compare.event.innovation', { region: region ?? event.region, title }),
			href: `/innovations/${event.slug}`
		};
	});
}
