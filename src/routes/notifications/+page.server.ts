import * as v from 'valibot';
import { formAction } from '#lib/http/server/form-action.ts';
import { PreferencesInput } from '#lib/notifications/schema.ts';
import { getInbox, markAllRead, savePreferences } from '#lib/notifications/server/inbox.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => getInbox(locals.ctx);

export const actions = {
	read: formAction(v.object({}), (ctx) => markAllRead(ctx)),
	preferences: formAction(PreferencesInput, savePreferences)
} satisfies Actions;
