import { isDatabaseReady } from '#lib/database/readiness.ts';
import type { RequestHandler } from './$types';

/** Whether requests can be served: the database answers and no migration is waiting. */
export const GET: RequestHandler = async ({ locals }) => {
	const isReady = await isDatabaseReady(locals.ctx.db);
	return new Response(isReady ? 'ready\n' : 'not ready\n', {
		status: isReady ? 200 : 503,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
	});
};
