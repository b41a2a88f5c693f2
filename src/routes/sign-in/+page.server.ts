import { redirect } from '@sveltejs/kit';
import { SignInInput } from '#lib/accounts/schema.ts';
import { listDemoAccounts } from '#lib/accounts/server/administration.ts';
import { signIn } from '#lib/accounts/server/sign-in.ts';
import { appConfig } from '#lib/core/server/app-config.ts';
import { safeNext } from '#lib/http/safe-next.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { setSessionCookie } from '#lib/http/server/session-cookie.ts';
import { DEMO_EMAIL_DOMAIN, DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const next = safeNext(url.searchParams.get('next'), '/dashboard');
	if (locals.ctx.actor) redirect(303, next);

	const accounts = appConfig().isDemo ? await listDemoAccounts(locals.ctx, DEMO_EMAIL_DOMAIN) : [];
	return { next, demo: accounts.length > 0 ? { accounts, password: DEMO_PASSWORD } : null };
};

export const actions = {
	default: formAction(SignInInput, async (ctx, input, { cookies, url, getClientAddress }) => {
		const token = await signIn(ctx, input, getClientAddress());
		setSessionCookie(cookies, url, token);
		redirect(303, safeNext(input.next, '/dashboard'));
	})
} satisfies Actions;
