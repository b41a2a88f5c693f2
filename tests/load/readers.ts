import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Reading {
	readonly perSecond: number;
	/** Time to the first byte, in milliseconds. */
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	/** How many answers were not 200. */
	readonly refused: number;
}

/** What visitors open, each as often as the others. */
const PAGES = [
	'/',
	'/kpis',
	'/kpis/ADM-SLA-KTP',
	'/kpis/ADM-SLA-KK?group=kind:city',
	'/regions/36.71',
	'/regions/36.03',
	'/compare?regions=36.71,36.03,36.74&kpi=ADM-SLA-KTP',
	'/innovations',
	'/innovations?q=layanan+kecamatan',
	'/hosts',
	'/api/v1/benchmarks/ADM-SLA-KTP?period=2026-10',
	'/charts/ADM-SLA-KTP.svg?regions=36.71,36.03'
];

const EXPORTS = [
	'/api/v1/observations.csv?limit=5000&kpi=ADM-SLA-KTP',
	'/kpis/ADM-SLA-KTP/data.xlsx',
	'/regions/36.71/data.xlsx'
];

/** Readers who each open one page after the other, over connections that stay open, until `end`. */
export async function readRepeatedly(
	port: number,
	readers: number,
	pauseMs: number,
	end: number
): Promise<Reading> {
	const began = performance.now();
	const times: number[] = [];
	let refused = 0;
	await Promise.all(
		Array.from({ length: readers }, async (_, reader) => {
			// Each has a connection of its own, as people do: one that rests too long is closed by the site.
			const agent = new Agent({ keepAlive: true, maxSockets: 1 });
			await sleep((pauseMs * reader) / readers);
			for (let i = reader; performance.now() < end; i++) {
				const { ms, status } = await timeToFirstByte(agent, port, PAGES[i % PAGES.length] ?? '/');
				times.push(ms);
				if (status !== 200) refused++;
				if (pauseMs > 0) await sleep(pauseMs);
			}
			agent.destroy();
		})
	);
	const sorted = times.toSorted((a, b) => a - b);
	const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
	const seconds = (performance.now() - began) / 1000;
	return {
		perSecond: times.length / seconds,
		p50: at(0.5),
		p95: at(0.95),
		p99: at(0.99),
		refused
	};
}

/** One who takes files along, one after the other; how many they got. */
export async function exportRepeatedly(port: number, end: number): Promise<number> {
	const agent = new Agent({ keepAlive: true });
	let files = 0;
	while (performance.now() < end) {
		const { status } = await timeToFirstByte(agent, port, EXPORTS[files % EXPORTS.length] ?? '/');
		if (status !== 200) throw new Error(`An export was answered with ${String(status)}.`);
		files++;
	}
	agent.destroy();
	return files;
}

function timeToFirstByte(
	agent: Agent,
	port: number,
	path: string
): Promise<{ ms: number; status: number }> {
	return new Promise((resolve, reject) => {
		const start = performance.now();
		const headers = { 'accept-encoding': 'gzip', accept: 'text/html,*/*' };
		get({ host: '127.0.0.1', port, path, agent, headers }, (response) => {
			const ms = performance.now() - start;
			response.resume();
			response.on('end', () => {
				resolve({ ms, status: response.statusCode ?? 0 });
			});
			response.on('error', reject);
		}).on('error', reject);
	});
}
