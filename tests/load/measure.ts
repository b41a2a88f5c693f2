/** How long something takes, in milliseconds. */
export interface Timing {
	readonly p50: number;
	readonly p95: number;
	readonly runs: number;
	/** Processor time of this process for a run, in milliseconds: what other work on the machine leaves alone. */
	readonly cpu: number;
}

const WARM_UP = 5;
const MAX_RUNS = 200;
const MAX_MS = 4000;

/** Runs something until it has run 200 times or four seconds have passed. */
export async function measure(run: (i: number) => unknown): Promise<Timing> {
	for (let i = 0; i < WARM_UP; i++) await run(i);
	const times: number[] = [];
	const before = process.cpuUsage();
	const end = performance.now() + MAX_MS;
	while (times.length < MAX_RUNS && (times.length < 10 || performance.now() < end)) {
		const start = performance.now();
		await run(WARM_UP + times.length);
		times.push(performance.now() - start);
	}
	const { user, system } = process.cpuUsage(before);
	const cpu = (user + system) / 1000 / times.length;
	const sorted = times.toSorted((a, b) => a - b);
	const at = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0;
	return { p50: at(0.5), p95: at(0.95), runs: sorted.length, cpu };
}
