import nodemailer from 'nodemailer';
import type { Config } from '#lib/core/config.ts';

/** A mail server that says nothing for this long is given up until the next try. */
const SILENCE_MS = 15_000;

export interface Mail {
	readonly to: { readonly name: string; readonly address: string };
	readonly subject: string;
	readonly text: string;
	readonly html: string;
	readonly messageId: string;
	/** Mails with the same one are shown as one conversation. */
	readonly thread: string | null;
	readonly unsubscribe: string | null;
	readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly text: string } | null;
}

export interface Transport {
	readonly send: (mail: Mail) => Promise<void>;
	readonly close: () => void;
}

/**
 * Mail over SMTP to `SMTP_URL`, or null where mail is not set up. Attachments come from this
 * process only: nothing is read from files or fetched.
 */
export function openTransport(
	{ smtpUrl, mailFrom }: Pick<Config, 'smtpUrl' | 'mailFrom'>,
	silenceMs = SILENCE_MS
): Transport | null {
	if (smtpUrl === null || mailFrom === null) return null;
	const server = nodemailer.createTransport({
		url: smtpUrl,
		pool: true,
		maxConnections: 1,
		connectionTimeout: silenceMs,
		greetingTimeout: silenceMs,
		socketTimeout: silenceMs,
		disableFileAccess: true,
		disableUrlAccess: true
	});
	return {
		send: async (mail) => {
			await server.sendMail({
				from: { name: 'Studi Tiru', address: mailFrom },
				to: mail.to,
				subject: mail.subject,
				text: mail.text,
				html: mail.html,
				messageId: mail.messageId,
				...(mail.thread !== null && { references: mail.thread, inReplyTo: mail.thread }),
				headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail.unsubscribe) },
				...(mail.calendar && {
					icalEvent: {
						method: mail.calendar.method,
						filename: 'kunjungan.ics',
						content: mail.calendar.text
					}
				})
			});
		},
		close: () => {
			server.close();
		}
	};
}

/** One click in the mail program posts (RFC 8058); following the address in a browser asks first. */
function unsubscribeHeaders(href: string | null): Record<string, string> {
	if (href === null) return {};
	return { 'List-Unsubscribe': `<${href}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** What went wrong with a mail: nobody answers, the mail is refused for good, or for now. */
export function failureOf(error: unknown): 'unreachable' | 'refused' | 'later' {
	const { code, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as {
		code?: string;
		responseCode?: number;
	};
	if (code === 'EAUTH') return 'unreachable';
	if (responseCode === undefined) return 'unreachable';
	return responseCode >= 500 ? 'refused' : 'later';
}
