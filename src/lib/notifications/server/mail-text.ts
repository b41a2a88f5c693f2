import type { Translate } from '#lib/i18n/translate.ts';
import type { MailSubject } from '../mail.ts';

/** What a mail says. */
export interface MailContent {
	readonly heading: string;
	readonly lines: readonly string[];
	readonly facts: MailSubject['facts'];
	readonly link: { readonly href: string; readonly text: string };
	/** Small print: why this mail came, and how not to get it. */
	readonly footer: string;
	readonly unsubscribe: { readonly href: string; readonly text: string } | null;
}

/** The mail as plain text. */
export function plainMail(content: MailContent, t: Translate): string {
	const { heading, lines, facts, link, footer, unsubscribe } = content;
	return [
		heading,
		...lines,
		facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
		`${link.text}: ${link.href}`,
		`${t('site.name')}\n${footer}${unsubscribe ? `\n${unsubscribe.text}: ${unsubscribe.href}` : ''}`
	]
		.filter((part) => part !== '')
		.join('\n\n');
}

/** The mail as HTML: no pictures, no scripts, nothing fetched, so nothing that tells who reads. */
export function htmlMail(content: MailContent, lang: string, t: Translate): string {
	const { heading, lines, facts, link, footer, unsubscribe } = content;
	const rows = facts
		.map(
			({ label, value }) =>
				`<tr><th align="left" valign="top" style="padding:4px 16px 4px 0">${escapeHtml(label)}</th><td style="padding:4px 0">${escapeHtml(value)}</td></tr>`
		)
		.join('');
	const leave = unsubscribe
		? `<br><a href="${escapeHtml(unsubscribe.href)}">${escapeHtml(unsubscribe.text)}</a>`
		: '';
	return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><title>${escapeHtml(heading)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:38em">
<h1 style="font-size:20px">${escapeHtml(heading)}</h1>
${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}
${rows === '' ? '' : `<table role="presentation">${rows}</table>`}
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link.text)}</a></p>
<p style="font-size:14px">${escapeHtml(t('site.name'))}<br>${escapeHtml(footer)}${leave}</p>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
