import type { Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { Gap } from './gaps.ts';

/** How many regions that stood where this one stands closed such a gap within some months. */
export interface GapBaseRate {
	readonly months: 12 | 24;
	/** Regions of the kind that started from about the same value. */
	readonly n: number;
	readonly reached: number;
	/** Some of those that did; those with a write-up first. */
	readonly regions: readonly {
		readonly code: string;
		readonly name: string;
		/** The slug of its write-up on the KPI. */
		readonly innovation: string | null;
	}[];
}

/** What a card shows of a region's gap on a KPI. */
export interface GapSummary extends Gap {
	readonly kpi: Kpi;
	readonly month: Month;
	readonly value: number;
	readonly isSample: boolean;
	readonly better: readonly {
		readonly code: string;
		readonly name: string;
		readonly value: number;
		readonly innovation: string | null;
	}[];
	readonly baseRates: readonly GapBaseRate[];
}
