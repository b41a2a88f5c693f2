import { listServices } from '#lib/catalogue/server/use-cases.ts';
import { isMonth } from '#lib/core/period.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { formatDay, formatMonth, zoneName } from '#lib/i18n/format.ts';
import { localName } from '#lib/i18n/translate.ts';
import type { Describe } from '#lib/notifications/server/send-mail.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { notHandedIn } from './remind-of-deadlines.ts';

/** A month that is due, as a mail tells it; one that has been handed in since is not told. */
export const describeDeadline: Describe = async (ctx, { template, data, locale }) => {
	const { code = '', month = '', due = '', agency = '' } = data;
	if (!isMonth(month)) return null;
	const region = await getRegion(ctx, code);
	const missing = await notHandedIn(ctx, region, month, agency);
	const services = (await listServices(ctx)).filter((service) =>
		missing.some(({ serviceCode }) => serviceCode === service.code)
	);
	const t = translateIn(locale);
	const isForRegion = template === 'entry_late_region';
	return {
		isFresh: missing.length > 0,
		path: isForRegion ? `/regions/${code}/completeness` : `/entry/${month}?region=${code}`,
		linkText: t(isForRegion ? 'mail.openCompleteness' : 'mail.openMonth'),
		facts: [
			{ label: t('entry.month'), value: formatMonth(locale, month) },
			{
				label: t('completeness.due'),
				value: `${formatDay(locale, due)} (${zoneName(region.timezone)})`
			},
			{
				label: t('deadline.notHandedIn'),
				value: services.map((service) => localName(locale, service)).join(', ')
			}
		],
		invitation: null,
		delivered: () => Promise.resolve()
	};
};
