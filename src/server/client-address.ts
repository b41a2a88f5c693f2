import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Who is asking. A trusted proxy adds the address it saw at the end of `X-Forwarded-For`; all
 * before that was written by the client and is not believed.
 */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
	const direct = request.socket.remoteAddress ?? '';
	if (!trustProxy) return direct;
	const lastHop = String(request.headers['x-forwarded-for'] ?? '')
		.split(',')
		.at(-1)
		?.trim();
	return lastHop !== undefined && isIP(lastHop) !== 0 ? lastHop : direct;
}
