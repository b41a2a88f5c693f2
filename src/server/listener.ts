import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '#lib/core/config.ts';
import { bodyLimit } from '#lib/http/body-limit.ts';
import { securityHeaders } from '#lib/http/headers.ts';
import { allowedHosts, isLoopbackHost } from '#lib/http/hosts.ts';
import { requestId } from '#lib/http/request-id.ts';
import { clientAddress } from './client-address.ts';
import { compressAnswer } from './compress.ts';
import { draining } from './drain.ts';
import { logRequest } from './log-requests.ts';
import { mayReadMetrics, sendMetrics } from './metrics.ts';
import { readChunkedBody, withBody } from './read-body.ts';
import { refuse } from './refuse.ts';

/** The built application, as adapter-node exports it from `build/handler.js`. */
export type Handler = (
	request: IncomingMessage,
	response: ServerResponse,
	next: () => void
) => unknown;

const FORM_TYPE = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** What stands before the application: headers, health, allowed hosts, size limits, one log line. */
export function createListener(
	config: Config,
	handler: Handler
): (request: IncomingMessage, response: ServerResponse) => void {
	const hosts = allowedHosts(config.origin, config.port);

	return (request, response) => {
		const { method = 'GET', url = '/' } = request;
		const path = url.split('?', 1)[0] ?? url;
		const id = requestId(request.headers['x-request-id'], config.trustProxy, randomUUID);
		logRequest(request, response, id);
		setHeaders(response, { ...securityHeaders(path, config.origin), 'x-request-id': id });
		if (draining.now) response.setHeader('connection', 'close');

		if (path === '/healthz') {
			sendText(response, 200, 'ok\n');
			return;
		}
		if (path === '/metrics') {
			if (mayReadMetrics(request, config)) void sendMetrics(response);
			else sendText(response, 404, 'Not found\n');
			return;
		}
		if (path === '/readyz' && draining.now) {
			sendText(response, 503, 'draining\n');
			return;
		}
		const host = request.headers.host ?? '';
		const isProbe = path === '/readyz' && isLoopbackHost(host);
		if (!hosts.has(host) && !isProbe) {
			refuse(response, {
				status: 421,
				code: 'MISDIRECTED',
				detail: `This site answers at ${config.origin.origin} (setting ORIGIN).`
			});
			return;
		}
		if (!url.startsWith('/') || url.startsWith('//')) {
			refuse(response, {
				status: 400,
				code: 'MALFORMED',
				detail: 'The path must begin with one /.'
			});
			return;
		}

		// What follows is what the application believes, so nothing of the client's may stay.
		request.headers['x-request-id'] = id;
		request.headers['x-client-address'] = clientAddress(request, config.trustProxy);
		request.headers['x-forwarded-proto'] = config.origin.protocol.slice(0, -1);
		request.headers['x-forwarded-host'] = isProbe ? config.origin.host : host;

		if (path.startsWith('/api/')) nameBodyOfApi(request);
		// Mail programs post here without an origin (RFC 8058). The key in the path is what counts.
		if (path.startsWith('/unsubscribe/')) request.headers.origin ??= config.origin.origin;

		compressAnswer(request, response);
		void passOn(request, response, { handler, limit: bodyLimit(method, path) });
	};
}

/**
 * The framework refuses forms of other sites, and bodies of no named type with them. The API knows
 * nobody by a cookie and takes no forms: it refuses them itself, as a problem document.
 */
function nameBodyOfApi(request: IncomingMessage): void {
	const type = request.headers['content-type'] ?? '';
	if (type === '' || FORM_TYPE.test(type)) {
		request.headers['content-type'] = 'application/octet-stream';
	}
}

async function passOn(
	request: IncomingMessage,
	response: ServerResponse,
	{ handler, limit }: { handler: Handler; limit: number }
): Promise<void> {
	const notFound = () => {
		sendText(response, 404, 'Not found\n');
	};
	if (Number(request.headers['content-length'] ?? 0) > limit) {
		refuseTooLarge(request, response, limit);
		return;
	}
	if (request.headers['transfer-encoding'] === undefined) {
		handler(request, response, notFound);
		return;
	}
	const body = await readChunkedBody(request, limit).catch(() => undefined);
	if (body === undefined) return; // nobody is there to be answered
	if (body === null) refuseTooLarge(request, response, limit);
	else handler(withBody(request, body), response, notFound);
}

/** The rest of the body is let through unread for a moment: a client must get to see the answer. */
function refuseTooLarge(request: IncomingMessage, response: ServerResponse, limit: number): void {
	request.removeAllListeners('data').resume();
	response.setHeader('connection', 'close');
	refuse(response, {
		status: 413,
		code: 'TOO_LARGE',
		detail: `The body may have at most ${String(limit)} bytes.`
	});
}

function sendText(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store'
	});
	response.end(text);
}

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
