import type { Duplex } from 'node:stream';
import { securityHeaders } from '#lib/http/headers.ts';

const STATUS_LINES: Readonly<Record<string, string>> = {
	HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
	ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
};

/** Answers bytes that are no HTTP request, with the same headers as everything else. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex, origin: URL) {
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	const headers = Object.entries(securityHeaders('/', origin)).map(
		([name, value]) => `${name}: ${value}`
	);
	const status = STATUS_LINES[error.code ?? ''] ?? '400 Bad Request';
	socket.end(
		[`HTTP/1.1 ${status}`, ...headers, 'connection: close', 'content-length: 0', '', ''].join(
			'\r\n'
		)
	);
}
