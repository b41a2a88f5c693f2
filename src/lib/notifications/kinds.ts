import { isAboutMonth, isAboutWriteUp } from './page-of.ts';

/** What a reader may decide about, one answer for each kind. */
export const notificationKinds = [
	'decision',
	'deadline',
	'message',
	'commitment',
	'adoption',
	'innovation'
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const mailModes = ['now', 'digest', 'off'] as const;
export type MailMode = (typeof mailModes)[number];

/** The kind of a message by its template. */
export function kindOf(template: string): NotificationKind {
	if (template.startsWith('message_')) return 'message';
	if (template.startsWith('commitment_')) return 'commitment';
	if (template.startsWith('adoption_')) return 'adoption';
	if (isAboutMonth(template)) return 'deadline';
	return isAboutWriteUp(template) ? 'innovation' : 'decision';
}

/** Mail about decisions on visits is part of the office: it cannot be put off. */
export function isDuty(kind: NotificationKind): boolean {
	return kind === 'decision';
}

export const defaultModes: Readonly<Record<NotificationKind, MailMode>> = {
	decision: 'now',
	deadline: 'now',
	message: 'digest',
	commitment: 'now',
	adoption: 'digest',
	innovation: 'digest'
};

export function isNotificationKind(text: string): text is NotificationKind {
	return notificationKinds.some((kind) => kind === text);
}
