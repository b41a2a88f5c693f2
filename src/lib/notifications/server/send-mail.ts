import type { Config } from '#lib/core/config.ts';
import type { Context } from '#lib/core/context.ts';
import { isMessageKey, translateIn } from '#lib/i18n/server/catalogues.ts';
import { baseLocale, type Locale } from '#lib/i18n/translate.ts';
import { waitAfter } from '../backoff.ts';
import { defaultModes, isDuty, kindOf, type MailMode } from '../kinds.ts';
import type { MailSubject } from '../mail.ts';
import { valuesFor } from '../values.ts';
import { calendarText } from './ics.ts';
import * as mails from './mail-repository.ts';
import { htmlMail, plainMail } from './mail-text.ts';
import { failureOf, openTransport, type Mail, type Transport } from './transport.ts';
import { unsubscribeKeyOf } from './unsubscribe-key.ts';

/** What a message is about, for one reader; null when there is no such thing any more. */
export type Describe = (
	ctx: Pick<Context, 'db' | 'now'>,
	message: {
		readonly template: string;
		readonly data: Readonly<Record<string, string>>;
		readonly accountId: string;
		readonly locale: Locale;
		readonly origin: string;
	}
) => Promise<MailSubject | null>;

export interface SendContext extends Pick<Context, 'db' | 'now'> {
	readonly config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'origin'>;
	readonly signal: AbortSignal;
}

const MAX_AT_ONCE = 500;

/**
 * Sends the mails that are due. What went out of date is not sent; a reader's mails about one
 * visit leave in their order, so one that has to wait holds those behind it. When the server does
 * not answer at all the rest waits for the next run. Without `SMTP_URL` everything stays.
 */
export async function sendMails(
	ctx: SendContext,
	describe: Describe,
	open: typeof openTransport = openTransport
): Promise<void> {
	const transport = open(ctx.config);
	if (!transport) return;
	try {
		await sendAll(ctx, describe, transport);
	} finally {
		transport.close();
	}
}

async function sendAll(ctx: SendContext, describe: Describe, transport: Transport): Promise<void> {
	const waiting = new Set<string>();
	for (const row of await mails.listQueued(ctx.db, MAX_AT_ONCE)) {
		if (ctx.signal.aborted) return;
		const line = `${row.stream ?? row.id} ${row.accountId}`;
		const isDue = row.nextAt === null || row.nextAt <= ctx.now().toISOString();
		if (!isDue || waiting.has(line)) {
			waiting.add(line);
			continue;
		}
		const outcome = await sendOne(ctx, describe, transport, row);
		if (outcome === 'unreachable') return;
		if (outcome === 'later') waiting.add(line);
	}
}

async function sendOne(
	ctx: SendContext,
	describe: Describe,
	transport: Transport,
	row: mails.QueuedMail
): Promise<'done' | ReturnType<typeof failureOf>> {
	const mode = await modeOf(ctx, row);
	if (mode !== 'now') {
		await mails.update(ctx.db, row.id, { mailState: mode });
		return 'done';
	}
	const locale = row.locale ?? baseLocale;
	const data = JSON.parse(row.data) as Record<string, string>;
	const origin = ctx.config.origin.origin;
	const { template, accountId } = row;
	const subject = await describe(ctx, { template, data, accountId, locale, origin });
	if (!subject?.isFresh) {
		await mails.update(ctx.db, row.id, { mailState: 'superseded' });
		return 'done';
	}
	const mail = await compose(ctx, row, subject);
	try {
		await transport.send(mail);
	} catch (error) {
		return recordFailure(ctx, row, error);
	}
	await mails.update(ctx.db, row.id, {
		mailState: 'sent',
		sentAt: ctx.now().toISOString(),
		attempts: row.attempts + 1,
		nextAt: null,
		lastError: null
	});
	await subject.delivered();
	return 'done';
}

async function modeOf(ctx: SendContext, row: mails.QueuedMail): Promise<MailMode> {
	if (row.disabledAt !== null) return 'off';
	const kind = kindOf(row.template);
	if (isDuty(kind)) return 'now';
	return (await mails.findMode(ctx.db, row.accountId, kind)) ?? defaultModes[kind];
}

async function recordFailure(
	ctx: SendContext,
	row: mails.QueuedMail,
	error: unknown
): Promise<ReturnType<typeof failureOf>> {
	const failure = failureOf(error);
	const attempts = row.attempts + 1;
	const wait = failure === 'refused' ? null : waitAfter(attempts);
	await mails.update(ctx.db, row.id, {
		attempts,
		lastError: error instanceof Error ? error.message.slice(0, 500) : String(error),
		...(wait === null
			? { mailState: 'failed', nextAt: null }
			: { nextAt: new Date(ctx.now().getTime() + wait).toISOString() })
	});
	return failure;
}

/** The mail in its reader's language. Its id stays the same however often it is tried. */
async function compose(
	ctx: SendContext,
	row: mails.QueuedMail,
	subject: MailSubject
): Promise<Mail> {
	const { origin, hostname } = ctx.config.origin;
	const from = ctx.config.mailFrom ?? '';
	const locale = row.locale ?? baseLocale;
	const t = translateIn(locale);
	const key = `notification.${row.template}`;
	const data = JSON.parse(row.data) as Record<string, string>;
	const heading = isMessageKey(key) ? t(key, valuesFor(locale, data)) : t('notification.title');
	const kind = kindOf(row.template);
	const leave = isDuty(kind)
		? null
		: `${origin}/unsubscribe/${await unsubscribeKeyOf(ctx, row.accountId)}/${kind}`;
	const content = {
		heading,
		lines: [],
		facts: subject.facts,
		link: { href: origin + subject.path, text: subject.linkText },
		footer: t(`mail.why.${kind}`),
		unsubscribe: leave === null ? null : { href: leave, text: t('mail.unsubscribe') }
	};
	const { invitation } = subject;
	const domain = from.split('@')[1] ?? hostname;
	return {
		to: { name: row.readerName, address: row.email },
		subject: heading,
		text: plainMail(content, t),
		html: htmlMail(content, locale, t),
		messageId: `<${row.id}@${domain}>`,
		thread: row.stream === null ? null : `<${row.stream}@${domain}>`,
		unsubscribe: leave,
		calendar: invitation && {
			method: invitation.method,
			text: calendarText([invitation.event], {
				method: invitation.method,
				stamp: ctx.now(),
				organizer: { name: 'Studi Tiru', email: from },
				attendee: { name: row.readerName, email: row.email }
			})
		}
	};
}
