import type { Context } from '#lib/core/context.ts';
import * as personal from './personal-data-repository.ts';

/** What somebody was told, and how they want to be told. */
export function notificationData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readOf(db, accountId);
}

/** Removes notifications and choices, with the mails that were not sent yet. */
export function eraseNotifications({ db }: Pick<Context, 'db'>, accountId: string): Promise<void> {
	return personal.eraseOf(db, accountId);
}
