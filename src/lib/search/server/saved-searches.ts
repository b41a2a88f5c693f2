import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import type { SavedSearch } from '#lib/database/tables/search.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import * as saved from './saved-repository.ts';

const MAX_SAVED = 50;

/** The searches that whoever asks has kept, the newest first; none for a visitor. */
export async function listSavedSearches(ctx: Context): Promise<SavedSearch[]> {
	return ctx.actor ? saved.listFor(ctx.db, ctx.actor.accountId) : [];
}

/** Keeps a search under a name. The same search again only gets the new name. */
export async function saveSearch(
	ctx: Context,
	{ name, query }: { readonly name: string; readonly query: string }
): Promise<void> {
	const { accountId } = requireActor(ctx.actor);
	await inTransaction(ctx, async ({ db, now }) => {
		const all = await saved.listFor(db, accountId);
		if (all.length >= MAX_SAVED && !all.some((search) => search.query === query)) {
			throw new DomainError('conflict', {
				message: 'search.tooManySaved',
				values: { max: MAX_SAVED }
			});
		}
		await saved.save(db, { id: newId(), accountId, name, query, createdAt: now().toISOString() });
	});
}

/** Forgets a search; one that is not the asker's is left alone. */
export async function forgetSearch(ctx: Context, { id }: { readonly id: string }): Promise<void> {
	await saved.remove(ctx.db, requireActor(ctx.actor).accountId, id);
}

/** Forgets all that somebody has kept. */
export function forgetSearchesOf({ db }: Pick<Context, 'db'>, accountId: string): Promise<void> {
	return saved.removeAllOf(db, accountId);
}
