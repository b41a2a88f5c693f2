import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { formAction } from '#lib/http/server/form-action.ts';
import { clearSessionCookie } from '#lib/http/server/session-cookie.ts';
import { EraseInput } from '#lib/privacy/schema.ts';
import { eraseMyAccount } from '#lib/privacy/server/erase-account.ts';
import { summariseMyData } from '#lib/privacy/server/my-data.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => summariseMyData(locals.ctx);

export const actions = {
	erase: formAction(EraseInput, async (ctx, input, { cookies, url, setHeaders }) => {
		await eraseMyAccount(ctx, input);
		clearSessionCookie(cookies, url);
		setHeaders({ 'clear-site-data': '"cache", "storage"' });
		redirect(303, `${resolve('/privacy')}?erased=1`);
	})
} satisfies Actions;
