import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Describe } from '#lib/notifications/server/send-mail.ts';
import * as innovations from './repository.ts';

/** A write-up as a mail tells it; one that is not public any more is not told. */
export const describeInnovation: Describe = async ({ db }, { data, locale }) => {
	const innovation = await innovations.find(db, data.ref ?? '');
	if (!innovation) return null;
	const t = translateIn(locale);
	const title = (locale === 'en' ? innovation.titleEn : null) ?? innovation.titleId;
	return {
		isFresh: innovation.state === 'published',
		path: `/innovations/${innovation.slug}`,
		linkText: t('mail.openInnovation'),
		facts: [{ label: t('adoption.innovation'), value: title }],
		invitation: null,
		delivered: () => Promise.resolve()
	};
};
