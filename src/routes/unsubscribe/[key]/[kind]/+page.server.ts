import { checkUnsubscribe, unsubscribe } from '#lib/notifications/server/inbox.ts';
import type { Actions, PageServerLoad } from './$types';

/** Looking at the page changes nothing: mail scanners follow links. */
export const load: PageServerLoad = async ({ locals, params }) => {
	const { kind } = await checkUnsubscribe(locals.ctx, params);
	return { kind };
};

export const actions = {
	default: async ({ locals, params }) => {
		await unsubscribe(locals.ctx, params);
		return { done: true };
	}
} satisfies Actions;
