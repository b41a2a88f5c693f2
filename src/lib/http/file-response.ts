/** A file of the signed-in reader's own, to be saved and not kept by anyone between. */
export function fileResponse(
	body: string | Uint8Array | ReadableStream<Uint8Array>,
	{ name, type }: { readonly name: string; readonly type: string }
): Response {
	return new Response(body instanceof Uint8Array ? new Uint8Array(body) : body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'private, no-store'
		}
	});
}
