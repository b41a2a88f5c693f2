import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import { signalOf } from '#lib/benchmarks/series-signal.ts';
import type { SignalRow } from '#lib/database/tables/peers.ts';
import type { Month } from '#lib/core/period.ts';

const KPI = {
	key: 1,
	direction: 'higher',
	version: { version: 1, validFrom: '2000-01' as Month, standardValue: null }
} as const;

/**
 * What our rules say of the newest month of series in which nothing ever changes: independent
 * normal values, judged just as published ones are.
 */
export function unchangedSignals(months: number, series: number, seed: number): SignalRow[] {
	const random = createRandom(seed);
	return Array.from({ length: series }, (_, regionKey) => {
		const points = Array.from({ length: months }, (_, month) => ({
			month: 24_000 + month,
			value: random.normal(),
			isProvisional: false,
			isSample: false
		}));
		return signalOf(KPI, regionKey, points);
	}).filter((row) => row !== null);
}
