import { createHash } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';

export interface FileAnswer {
	/** With its character set. */
	readonly type: string;
	/** What the file is called when somebody keeps it. */
	readonly name: string;
	/** `attachment` for what browsers cannot show. */
	readonly disposition: 'inline' | 'attachment';
	/** Anything that is different as soon as the file is. */
	readonly version: string;
	readonly body: () => Promise<BodyInit> | BodyInit;
	readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Answers with a file that is made of data, with a strong ETag, or 304 when the client has it
 * already: then the file is not even made.
 */
export async function fileResponse(event: RequestEvent, file: FileAnswer): Promise<Response> {
	const hash = createHash('sha256').update(`${file.type}\n${file.version}`).digest('base64url');
	const etag = `"${hash.slice(0, 22)}"`;
	const headers = {
		...file.headers,
		etag,
		vary: 'Cookie',
		'cache-control': event.locals.ctx.actor
			? 'private, no-cache'
			: 'public, max-age=0, must-revalidate'
	};
	const known = event.request.headers.get('if-none-match');
	const isKnown = known?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
	if (isKnown) return new Response(null, { status: 304, headers });
	return new Response(await file.body(), {
		headers: {
			...headers,
			'content-type': file.type,
			'content-disposition': `${file.disposition}; filename="${file.name}"`
		}
	});
}
