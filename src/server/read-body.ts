import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/**
 * Reads a body that does not say how long it is, so that a body over the limit is refused before
 * the application sees any of it. Resolves to `null` when it is over the limit.
 */
export async function readChunkedBody(
	request: IncomingMessage,
	limit: number
): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let size = 0;
	// Not `for await`: leaving such a loop would close the connection before the refusal is sent.
	return new Promise((resolve, reject) => {
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size > limit) resolve(null);
			else chunks.push(chunk);
		});
		request.once('end', () => {
			resolve(Buffer.concat(chunks));
		});
		request.once('error', reject);
		request.once('close', () => {
			reject(new Error('The client went away'));
		});
	});
}

/** The same request with its body already read; it now says how long the body is. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
	const { 'transfer-encoding': _, ...headers } = request.headers;
	const { method, url, httpVersionMajor, socket } = request;
	return Object.assign(Readable.from(body.length > 0 ? [body] : []), {
		method,
		url,
		httpVersionMajor,
		socket,
		headers: { ...headers, 'content-length': String(body.length) }
	}) as unknown as IncomingMessage;
}
