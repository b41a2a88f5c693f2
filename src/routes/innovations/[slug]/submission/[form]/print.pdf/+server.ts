import { resolve } from '$app/paths';
import { getSubmission, printSubmission } from '#lib/innovations/server/submission.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { slug, form }, url }) => {
	const submission = await getSubmission(ctx, slug, form);
	const address = new URL(resolve('/innovations/[slug]', { slug }), url).href;
	return new Response(new Uint8Array(await printSubmission(submission, address)), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${slug}-${submission.form}.pdf"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
