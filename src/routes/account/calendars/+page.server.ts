import { formAction } from '#lib/http/server/form-action.ts';
import { FeedInput, RevokeFeedInput } from '#lib/visits/feeds-schema.ts';
import { createFeed, listFeeds, revokeFeed } from '#lib/visits/server/feeds.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => listFeeds(locals.ctx);

export const actions = {
	create: formAction(FeedInput, async (ctx, input, { url }) => {
		const { token } = await createFeed(ctx, input);
		return { address: `${url.origin}/calendar/${token}.ics` };
	}),
	revoke: formAction(RevokeFeedInput, async (ctx, input) => {
		await revokeFeed(ctx, input);
		return { revoked: true };
	})
} satisfies Actions;
