import { resolve } from '$app/paths';
import { printInnovation } from '#lib/innovations/server/print-write-up.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { slug }, url }) => {
	const page = new URL(resolve('/innovations/[slug]', { slug }), url).href;
	const { fileName, bytes } = await printInnovation(ctx, slug, page);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="${fileName}"`,
			'cache-control': 'private, no-cache',
			vary: 'Cookie'
		}
	});
};
