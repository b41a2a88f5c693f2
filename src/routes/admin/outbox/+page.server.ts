import { appConfig } from '#lib/core/server/app-config.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import { RetryInput } from '#lib/notifications/schema.ts';
import { readOutbox, retryMail } from '#lib/notifications/server/administer-mail.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	...(await readOutbox(locals.ctx)),
	isMailSet: appConfig().smtpUrl !== null
});

export const actions = { retry: formAction(RetryInput, retryMail) } satisfies Actions;
