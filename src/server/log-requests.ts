import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '#lib/http/server/log.ts';
import { logPath } from '#lib/http/log-path.ts';

/** Writes one line when the answer has left, or when the client did not wait for it. */
export function logRequest(
	{ method, url = '' }: IncomingMessage,
	response: ServerResponse,
	id: string
): void {
	const started = performance.now();
	response.once('close', () => {
		const isProbe = url === '/healthz' || url === '/readyz';
		log[isProbe ? 'debug' : 'info'](
			{
				requestId: id,
				method,
				path: logPath(url),
				status: response.writableFinished ? response.statusCode : 499,
				ms: Math.round((performance.now() - started) * 10) / 10
			},
			'request'
		);
	});
}
