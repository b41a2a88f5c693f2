import { redirect } from '@sveltejs/kit';
import { FirstAdminInput, SetPasswordInput } from '#lib/accounts/schema.ts';
import { createFirstAdmin, getLink, setPassword } from '#lib/accounts/server/links.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { setSessionCookie } from '#lib/http/server/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
	setHeaders({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
	const { purpose } = await getLink(locals.ctx, params.token);
	return { purpose };
};

export const actions = {
	first: formAction(FirstAdminInput, async (ctx, input, { params, cookies, url }) => {
		const session = await createFirstAdmin(ctx, params.token ?? '', input);
		setSessionCookie(cookies, url, session);
		redirect(303, '/dashboard');
	}),
	password: formAction(SetPasswordInput, async (ctx, input, { params, cookies, url }) => {
		const session = await setPassword(ctx, params.token ?? '', input);
		setSessionCookie(cookies, url, session);
		redirect(303, '/dashboard');
	})
} satisfies Actions;
