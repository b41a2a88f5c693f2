import type { IncomingMessage, ServerResponse } from 'node:http';
import compression from 'compression';

const SMALLEST_BYTES = 1024;

const middleware = compression({ threshold: SMALLEST_BYTES }) as unknown as (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => void;

/**
 * Lets texts leave as brotli or gzip where the client takes it, on zlib's own threads: a page of an
 * indicator has 290 kB of HTML and 60 compressed. What the build compressed already stays as it is.
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse): void {
	middleware(request, response, () => undefined);
}
