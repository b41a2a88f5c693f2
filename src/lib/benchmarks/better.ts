import type { Month } from '#lib/core/period.ts';
import type { Series } from './series.ts';
import { bestFirst } from './statistics/direction.ts';

/** The region of a comparison to learn from. */
export interface BetterChosen {
	readonly code: string;
	readonly name: string;
	readonly month: Month;
	readonly value: number;
}

/**
 * Who does best of the compared regions in the newest month that at least two have a final value
 * for. Null when the KPI has no better side, or when the reader's own region is the best.
 */
export function bestOfCompared(series: Series, own: readonly string[]): BetterChosen | null {
	const { kpi, regions } = series;
	if (kpi.direction === 'neutral') return null;
	const length = regions[0]?.cells.length ?? 0;
	for (let i = length - 1; i >= 0; i--) {
		const present = regions.flatMap(({ region, cells }) => {
			const cell = cells[i];
			if (typeof cell?.value !== 'number' || cell.isProvisional) return [];
			return [{ code: region.code, name: region.name, month: cell.month, value: cell.value }];
		});
		if (present.length < 2) continue;
		const compare = bestFirst(kpi.direction);
		const [best] = present.toSorted((a, b) => compare(a.value, b.value));
		return best && !own.includes(best.code) ? best : null;
	}
	return null;
}
