import { resolve } from '$app/paths';
import { getSubmission, submissionDocument } from '#lib/innovations/server/submission.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { slug, form }, url }) => {
	const submission = await getSubmission(ctx, slug, form);
	const address = new URL(resolve('/innovations/[slug]', { slug }), url).href;
	return Response.json(submissionDocument(submission, { address, now: ctx.now() }), {
		headers: {
			'content-disposition': `attachment; filename="${slug}-${submission.form}.json"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
