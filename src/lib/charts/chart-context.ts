import type { Direction } from '#lib/benchmarks/statistics/direction.ts';
import type { Locale, Translate } from '#lib/i18n/translate.ts';

/** How a KPI's values are told to this reader. */
export interface ChartContext {
	readonly locale: Locale;
	readonly t: Translate;
	/** A unit code of the catalogue, such as `percent`. */
	readonly unit: string;
	readonly decimals: number;
	readonly direction: Direction;
	/** What the KPI can be, in its unit: no axis goes beyond. */
	readonly range?: { readonly min: number; readonly max: number };
	/** Whether values are differences, written with their sign. */
	readonly isSigned?: boolean;
}

export interface ChartHeading {
	readonly title: string;
	readonly subtitle: string;
}

/** `↑ lebih tinggi lebih baik`, or empty for a neutral KPI. */
export function directionNote({ direction, t }: ChartContext): string {
	if (direction === 'neutral') return '';
	return t(direction === 'higher' ? 'chart.direction.higher' : 'chart.direction.lower');
}
