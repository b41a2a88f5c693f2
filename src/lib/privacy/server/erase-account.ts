import {
	confirmPassword,
	eraseAccount,
	requireDispensable
} from '#lib/accounts/server/personal-data.ts';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { forgetFollows } from '#lib/follows/server/follows.ts';
import { eraseNotifications } from '#lib/notifications/server/personal-data.ts';
import { eraseObservationNames } from '#lib/observations/server/personal-data.ts';
import { forgetSearchesOf } from '#lib/search/server/saved-searches.ts';
import { eraseVisitData } from '#lib/visits/server/personal-data.ts';
import type { EraseInput } from '../schema.ts';

/**
 * Erases whoever asks, once their password confirms it: nobody can sign in as them any more, and
 * nothing names them. What they decided, reported or wrote for a region stays under role and
 * region, because both sides of a visit and the public rely on it. Administrators whom nobody
 * could replace are refused (`conflict`).
 */
export async function eraseMyAccount(ctx: Context, { password }: EraseInput): Promise<void> {
	const actor = requireActor(ctx.actor);
	await confirmPassword(ctx, actor.accountId, password);
	await inTransaction(ctx, async (inner) => {
		await requireDispensable(inner, actor);
		await eraseVisitData(inner, actor);
		await eraseNotifications(inner, actor.accountId);
		await eraseObservationNames(inner, actor.accountId);
		await forgetFollows(inner, actor.accountId);
		await forgetSearchesOf(inner, actor.accountId);
		await eraseAccount(inner, actor.accountId);
	});
}
