import { regionsOf, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import * as personal from './personal-data-repository.ts';

/** What somebody wrote and asked for in visits, and the people they announced. */
export function visitData({ db }: Pick<Context, 'db'>, accountId: string) {
	return personal.readOf(db, accountId);
}

/** Removes drafts, calendars and the own place in delegations; decisions and messages stay. */
export async function eraseVisitData({ db }: Pick<Context, 'db'>, actor: Actor): Promise<void> {
	await personal.eraseOf(db, actor.accountId, actor.name, regionsOf(actor));
}
