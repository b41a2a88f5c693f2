import type { Context } from '#lib/core/context.ts';
import { dayOf, type Day } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { isMessageKey, translateIn } from '#lib/i18n/server/catalogues.ts';
import { baseLocale } from '#lib/i18n/translate.ts';
import { digestDay } from '../digest-time.ts';
import { valuesFor } from '../values.ts';
import * as digests from './digest-repository.ts';
import { htmlMail, plainMail } from './mail-text.ts';
import type { SendContext } from './send-mail.ts';
import { failureOf, openTransport, type Transport } from './transport.ts';
import { unsubscribeKeyOf } from './unsubscribe-key.ts';

const DEFAULT_ZONE = 'Asia/Jakarta';

/** The days that are not worked in a region, or in the country alone for no region, from a day on. */
export type FindHolidays = (
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	from: Day
) => Promise<ReadonlySet<Day>>;

/**
 * Sends each reader who wants it the news of the day in one mail, in the morning of the reader's
 * own zone, on days that are worked there. One that fails is tried at the next run; nothing is lost and nothing sent twice.
 */
export async function sendDigests(
	ctx: SendContext,
	holidaysFrom: FindHolidays,
	open: typeof openTransport = openTransport
): Promise<void> {
	const transport = open(ctx.config);
	if (!transport) return;
	try {
		for (const reader of await digests.listReaders(ctx.db)) {
			if (ctx.signal.aborted) return;
			const timezone = reader.timezone ?? DEFAULT_ZONE;
			const today = dayOf(ctx.now(), timezone);
			const holidays = await holidaysFrom(ctx, reader.regionCode ?? '', today);
			const day = digestDay(ctx.now(), { timezone, lastSentOn: reader.digestSentOn, holidays });
			if (day === null) continue;
			const failure = await sendTo(ctx, transport, reader, day);
			if (failure === 'unreachable') return;
		}
	} finally {
		transport.close();
	}
}

/** What went wrong, if anything. */
async function sendTo(
	ctx: SendContext,
	transport: Transport,
	reader: digests.DigestReader,
	day: string
): Promise<ReturnType<typeof failureOf> | null> {
	const news = await digests.listNews(ctx.db, reader.accountId);
	const locale = reader.locale ?? baseLocale;
	const t = translateIn(locale);
	const { origin, hostname } = ctx.config.origin;
	const key = await unsubscribeKeyOf(ctx, reader.accountId);
	const subject = t('mail.digestSubject', { count: news.length });
	const content = {
		heading: subject,
		lines: news.map(({ template, data }) => {
			const name = `notification.${template}`;
			const values = JSON.parse(data) as Record<string, string>;
			return isMessageKey(name) ? t(name, valuesFor(locale, values)) : template;
		}),
		facts: [],
		link: { href: `${origin}/notifications`, text: t('mail.digestOpen') },
		footer: t('mail.digestWhy'),
		unsubscribe: { href: `${origin}/unsubscribe/${key}/digest`, text: t('mail.unsubscribe') }
	};
	const domain = ctx.config.mailFrom?.split('@')[1] ?? hostname;
	try {
		await transport.send({
			to: { name: reader.name, address: reader.email },
			subject,
			text: plainMail(content, t),
			html: htmlMail(content, locale, t),
			messageId: `<digest-${day}-${reader.accountId.replaceAll(/[^\w-]/g, '')}@${domain}>`,
			thread: null,
			unsubscribe: content.unsubscribe.href,
			calendar: null
		});
	} catch (error) {
		return failureOf(error);
	}
	const ids = news.map(({ id }) => id);
	await inTransaction(ctx, async ({ db, now }) => {
		await digests.markSent(db, ids, now().toISOString());
		await digests.setDigestDay(db, reader.accountId, day);
	});
	return null;
}
