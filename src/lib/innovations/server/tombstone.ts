import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import { formatDay } from '#lib/i18n/format.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import { localText } from '../local-text.ts';
import * as revisions from './revisions-repository.ts';

/**
 * Refuses a write-up that was withdrawn as `gone`: its address keeps saying what stood there, from
 * when to when, and why it went, so that those who cited it understand.
 */
export async function requireNotWithdrawn(ctx: Context, innovation: Innovation): Promise<void> {
	if (innovation.state !== 'withdrawn') return;
	const region = await getRegion(ctx, innovation.regionCode);
	const events = await revisions.listEvents(ctx.db, innovation.id);
	const withdrawal = events.find(({ kind }) => kind === 'withdrawn');
	const withdrawnOn = dayOf(new Date(withdrawal?.at ?? innovation.updatedAt), region.timezone);
	const { titleId, titleEn, publishedAt } = innovation;
	throw new DomainError('gone', {
		message: 'innovation.withdrawn',
		values: {
			title: localText(ctx.locale, { id: titleId, en: titleEn }).text,
			region: region.name,
			day: formatDay(ctx.locale, withdrawnOn),
			reason: withdrawal?.note ?? ''
		},
		extra: {
			title_id: titleId,
			title_en: titleEn,
			region: innovation.regionCode,
			published_at: publishedAt,
			withdrawn_on: withdrawnOn,
			reason: withdrawal?.note ?? ''
		}
	});
}
