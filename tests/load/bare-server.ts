import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = 'x'.repeat(40_000);

/** A server that answers everything with the same 40 kB: what the machine and the readers allow at most. */
export async function startBareServer(): Promise<{ port: number; stop: () => void }> {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'content-type': 'text/html' });
		response.end(PAGE);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}
