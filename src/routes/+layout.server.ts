import { appConfig } from '#lib/core/server/app-config.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	actor: locals.ctx.actor,
	locale: locals.locale,
	isDemo: appConfig().isDemo,
	/** The address people use, for links that leave the site. */
	origin: appConfig().origin.origin
});
