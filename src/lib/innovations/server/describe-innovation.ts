import { dayOf } from '#lib/core/period.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { Describe } from '#lib/notifications/server/send-mail.ts';
import { milestoneOf } from '../confirm-milestone.ts';
import * as innovations from './repository.ts';

/** A write-up as a mail tells it; one that is not public any more is not told. */
export const describeInnovation: Describe = async ({ db, now }, { template, data, locale }) => {
	const innovation = await innovations.find(db, data.ref ?? '');
	if (!innovation) return null;
	const t = translateIn(locale);
	const isReminder = template === 'innovation_confirm_due';
	const title = (locale === 'en' ? innovation.titleEn : null) ?? innovation.titleId;
	return {
		isFresh:
			innovation.state === 'published' &&
			(!isReminder || milestoneOf(innovation, dayOf(now())) !== null),
		path: `/innovations/${innovation.slug}${isReminder ? '/confirm' : ''}`,
		linkText: t(isReminder ? 'mail.confirmInnovation' : 'mail.openInnovation'),
		facts: [{ label: t('adoption.innovation'), value: title }],
		invitation: null,
		delivered: () => Promise.resolve()
	};
};
