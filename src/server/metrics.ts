import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Config } from '#lib/core/config.ts';
import { isLoopbackHost } from '#lib/http/hosts.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

const requestSeconds = new Histogram({
	name: 'http_request_duration_seconds',
	help: 'How long requests took, by method, kind of address and status',
	labelNames: ['method', 'kind', 'status'],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10],
	registers: [registry]
});

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS']);

/** Counts an answer that has left. Few labels: each combination is a series of its own for ever. */
export function countRequest(method: string, url: string, status: number, seconds: number): void {
	requestSeconds.observe(
		{ method: METHODS.has(method) ? method : 'other', kind: kindOf(url), status },
		seconds
	);
}

function kindOf(url: string): string {
	if (url.startsWith('/api/')) return 'api';
	if (url.startsWith('/_app/')) return 'asset';
	if (url.startsWith('/charts/') || url.startsWith('/embed/')) return 'chart';
	return /^\/(?:healthz|readyz|metrics)\b/.test(url) ? 'probe' : 'page';
}

/**
 * Whether the request may read the figures: with `METRICS_TOKEN` by bearer token, without it only
 * from this very machine, and not through a proxy that runs on it.
 */
export function mayReadMetrics(
	{ headers, socket }: IncomingMessage,
	{ metricsToken }: Pick<Config, 'metricsToken'>
): boolean {
	if (metricsToken !== null) return isSame(headers.authorization ?? '', `Bearer ${metricsToken}`);
	const isProxied = ['x-forwarded-for', 'forwarded', 'via'].some((name) => name in headers);
	const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
	return !isProxied && ['127.0.0.1', '::1'].includes(address) && isLoopbackHost(headers.host ?? '');
}

function isSame(given: string, wanted: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}

/** Answers with the figures of this process in Prometheus' text format. */
export async function sendMetrics(response: ServerResponse): Promise<void> {
	const text = await registry.metrics();
	response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
	response.end(text);
}
