import { appConfig } from '#lib/core/server/app-config.ts';
import { countUnread } from '#lib/notifications/server/inbox.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals }) => ({
	actor: locals.ctx.actor,
	unread: await countUnread(locals.ctx),
	locale: locals.locale,
	isDemo: appConfig().isDemo,
	/** The address people use, for links that leave the site. */
	origin: appConfig().origin.origin
});
