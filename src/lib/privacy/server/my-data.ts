import { accountData } from '#lib/accounts/server/personal-data.ts';
import { uploadsOf } from '#lib/attachments/server/use-cases.ts';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { listFollows } from '#lib/follows/server/follows.ts';
import { writeUpData } from '#lib/innovations/server/personal-data.ts';
import { notificationData } from '#lib/notifications/server/personal-data.ts';
import { observationData } from '#lib/observations/server/personal-data.ts';
import { questionData } from '#lib/questions/server/personal-data.ts';
import { listSavedSearches } from '#lib/search/server/saved-searches.ts';
import { visitData } from '#lib/visits/server/personal-data.ts';
import { withSnakeCaseKeys } from '../snake-case.ts';

/** Everything that the site keeps about whoever asks, as a JSON text for them to take along. */
export async function exportMyData(ctx: Context): Promise<string> {
	const { accountId } = requireActor(ctx.actor);
	const data = {
		exportedAt: ctx.now().toISOString(),
		...(await accountData(ctx, accountId)),
		...(await visitData(ctx, accountId)),
		...(await notificationData(ctx, accountId)),
		...(await questionData(ctx, accountId)),
		...(await writeUpData(ctx, accountId)),
		...(await observationData(ctx, accountId)),
		uploads: await uploadsOf(ctx, accountId),
		follows: (await listFollows(ctx)).map(({ accountId: _own, ...follow }) => follow),
		savedSearches: (await listSavedSearches(ctx)).map(({ accountId: _own, ...search }) => search)
	};
	return `${JSON.stringify(withSnakeCaseKeys(data), null, '\t')}\n`;
}

/** What somebody should know before they take their data along or have it erased. */
export async function summariseMyData(ctx: Context) {
	const actor = requireActor(ctx.actor);
	const { account } = await accountData(ctx, actor.accountId);
	const visits = await visitData(ctx, actor.accountId);
	return {
		name: account.name,
		email: account.email,
		createdAt: account.createdAt,
		delegates: visits.delegates.length,
		requestedVisits: visits.requestedVisits.length
	};
}
