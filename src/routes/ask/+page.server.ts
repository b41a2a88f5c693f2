import * as v from 'valibot';
import { limitRate } from '#lib/accounts/server/limit-rate.ts';
import { AskQuery } from '#lib/ask/schema.ts';
import { ask } from '#lib/ask/server/ask.ts';
import { log } from '#lib/http/server/log.ts';
import { appConfig } from '#lib/core/server/app-config.ts';
import type { PageServerLoad } from './$types';

/** Ten questions at once, then one every six seconds. */
const QUESTIONS = { capacity: 10, refillPerSecond: 1 / 6 };

export const load: PageServerLoad = async ({ locals: { ctx }, url, getClientAddress }) => {
	const { q } = v.parse(AskQuery, Object.fromEntries(url.searchParams));
	const { askService } = appConfig();
	const isPhrased = askService !== null;
	if (q === '') return { q, answer: null, isPhrased };

	const who = ctx.actor?.accountId ?? getClientAddress();
	await limitRate(ctx, `ask ${who}`, QUESTIONS, 'ask.tooMany');
	const answer = await ask(ctx, q, askService, (error) => {
		log.warn({ err: error }, 'the phrasing service gave no answer');
	});
	return { q, answer, isPhrased };
};
