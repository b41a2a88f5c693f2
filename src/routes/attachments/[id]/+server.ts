import { dispositionOf } from '#lib/attachments/file-name.ts';
import { isImageSize } from '#lib/attachments/kinds.ts';
import { openAttachment } from '#lib/attachments/server/use-cases.ts';
import { ownerGuards } from '../owner-guards.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx }, params: { id }, url, request }) => {
	const wanted = url.searchParams.get('size') ?? '';
	const size = isImageSize(wanted) ? wanted : 'large';
	const { attachment, bytes } = await openAttachment(ctx, { id, size }, ownerGuards);
	const headers = {
		etag: `"${attachment.sha256.slice(0, 22)}-${size}"`,
		'cache-control': 'private, no-cache',
		'content-type': attachment.mediaType,
		'content-disposition': dispositionOf(attachment.fileName),
		'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
		'x-content-type-options': 'nosniff'
	};
	if (request.headers.get('if-none-match') === headers.etag) {
		return new Response(null, { status: 304, headers });
	}
	return new Response(bytes, { headers });
};
