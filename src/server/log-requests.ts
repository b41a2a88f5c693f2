import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '#lib/http/server/log.ts';
import { logPath } from '#lib/http/log-path.ts';
import { countRequest } from './metrics.ts';

/** Counts the request and writes one line when the answer has left, or when the client did not wait for it. */
export function logRequest(
	{ method = '', url = '' }: IncomingMessage,
	response: ServerResponse,
	id: string
): void {
	const started = performance.now();
	response.once('close', () => {
		const status = response.writableFinished ? response.statusCode : 499;
		const ms = performance.now() - started;
		countRequest(method, url, status, ms / 1000);
		const isProbe = ['/healthz', '/readyz', '/metrics'].includes(url);
		log[isProbe ? 'debug' : 'info'](
			{
				requestId: id,
				method,
				path: logPath(url),
				status,
				ms: Math.round(ms * 10) / 10
			},
			'request'
		);
	});
}
