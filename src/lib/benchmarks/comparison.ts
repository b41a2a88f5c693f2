import type { Month } from '#lib/core/period.ts';
import type { CompareLook } from './compare-view.ts';
import type { ControlSpan } from './control.ts';
import type { RegionSeries, Series } from './series.ts';

/** Something that may explain a bend in a line: it is marked on the time axis. */
export type CompareEvent =
	| {
			readonly kind: 'innovation';
			readonly month: Month;
			readonly region: string;
			readonly slug: string;
			readonly titleId: string;
			/** Null where nobody has translated it. */
			readonly titleEn: string | null;
	  }
	/** A new version of the KPI's definition holds from this month on. */
	| { readonly kind: 'definition'; readonly month: Month; readonly version: number }
	/** The control chart of a region is judged by limits of its own from this month on. */
	| {
			readonly kind: 'baseline';
			readonly month: Month;
			readonly region: string;
			readonly reason: string;
	  };

/** One KPI of a comparison. */
export interface ComparedKpi {
	readonly series: Series;
	/** The same regions twelve months earlier; null unless the way to look needs them. */
	readonly yearAgo: readonly RegionSeries[] | null;
	readonly events: readonly CompareEvent[];
	/** The control chart of the first region; null unless the way to look needs it, or without months. */
	readonly control: ControlSpan | null;
	/** Whether regions stand together with those split from them. */
	readonly isConstant: boolean;
}

/** What a comparison shows: the same regions and months for each of its KPIs. */
export interface Comparison extends CompareLook {
	readonly from: Month;
	readonly to: Month;
	readonly kpis: readonly ComparedKpi[];
}
