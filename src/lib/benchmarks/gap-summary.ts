import type { Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { Gap } from './gaps.ts';

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
}
