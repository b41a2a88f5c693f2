import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import {
	defaultModes,
	isDuty,
	isNotificationKind,
	notificationKinds,
	type MailMode,
	type NotificationKind
} from '../kinds.ts';
import type { PreferencesInput } from '../schema.ts';
import * as mails from './mail-repository.ts';
import * as outbox from './repository.ts';
import type { ListedNotification, Notification, NotificationTemplate } from './use-cases.ts';

const MAX_LISTED = 200;

export interface Inbox {
	readonly notifications: readonly (ListedNotification & { readonly isRead: boolean })[];
	readonly modes: Readonly<Record<NotificationKind, MailMode>>;
}

/** What its reader has been told, the newest first, and how it comes by mail. */
export async function getInbox(ctx: Context): Promise<Inbox> {
	const { accountId } = requireActor(ctx.actor);
	const rows = await outbox.listFor(ctx.db, accountId, MAX_LISTED);
	return {
		notifications: rows.map((row) => ({
			id: row.id,
			createdAt: row.createdAt,
			isRead: row.readAt !== null,
			template: row.template as NotificationTemplate,
			data: JSON.parse(row.data) as Notification['data']
		})),
		modes: await modesOf(ctx.db, accountId)
	};
}

/** How each kind comes by mail: as chosen, else as is usual. */
async function modesOf(db: Context['db'], accountId: string): Promise<Inbox['modes']> {
	const chosen = new Map(
		(await mails.listModes(db, accountId)).map(({ kind, mode }) => [kind, mode])
	);
	return Object.fromEntries(
		notificationKinds.map((kind) => [kind, chosen.get(kind) ?? defaultModes[kind]])
	) as Record<NotificationKind, MailMode>;
}

/** How many messages wait to be read; none for who is not signed in. */
export async function countUnread({ db, actor }: Context): Promise<number> {
	return actor ? outbox.countUnread(db, actor.accountId) : 0;
}

export async function markAllRead(ctx: Context): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	await outbox.markRead(ctx.db, accountId, ctx.now().toISOString());
}

/** Chooses how each kind that may be put off comes by mail. */
export async function savePreferences(ctx: Context, input: PreferencesInput): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	await inTransaction(ctx, async ({ db }) => {
		for (const kind of notificationKinds) {
			if (isDuty(kind) || kind === 'decision') continue;
			await mails.saveMode(db, accountId, kind, input[kind]);
		}
	});
}

/** What a link in a mail ends: one kind, or the daily digest with all that comes in it. */
export type Unsubscribed = NotificationKind | 'digest';

/** Whether a link to unsubscribe is good, and for what; it changes nothing. */
export async function checkUnsubscribe(
	{ db }: Pick<Context, 'db'>,
	{ key, kind }: { readonly key: string; readonly kind: string }
): Promise<{ readonly kind: Unsubscribed; readonly accountId: string }> {
	const accountId = await mails.findByUnsubscribeKey(db, key);
	const isGood = kind === 'digest' || (isNotificationKind(kind) && !isDuty(kind));
	if (accountId === undefined || !isGood) {
		throw new DomainError('not_found', { message: 'unsubscribe.unknown' });
	}
	return { kind, accountId };
}

/** Sends its reader no more mail of a kind; the key in the mail is enough, nobody signs in. */
export async function unsubscribe(
	ctx: Pick<Context, 'db'>,
	input: { readonly key: string; readonly kind: string }
): Promise<void> {
	const { kind, accountId } = await checkUnsubscribe(ctx, input);
	await inTransaction(ctx, async ({ db }) => {
		if (kind !== 'digest') {
			await mails.saveMode(db, accountId, kind, 'off');
			return;
		}
		const modes = await modesOf(db, accountId);
		for (const one of notificationKinds) {
			if (modes[one] === 'digest') await mails.saveMode(db, accountId, one, 'off');
		}
	});
}
