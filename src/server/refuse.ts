import { STATUS_CODES, type ServerResponse } from 'node:http';

/** Answers a request that the application never sees, as a problem document (RFC 9457). */
export function refuse(
	response: ServerResponse,
	{ status, code, detail }: { status: number; code: string; detail: string }
): void {
	const body = JSON.stringify({
		type: `/developers#${code.toLowerCase().replaceAll('_', '-')}`,
		title: STATUS_CODES[status] ?? 'Error',
		status,
		code,
		detail
	});
	response.writeHead(status, {
		'content-type': 'application/problem+json; charset=utf-8',
		'content-length': Buffer.byteLength(body),
		'cache-control': 'no-store'
	});
	response.end(body);
}
