import type { Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import type { GapBaseRate } from './gap-summary.ts';
import type { PeerGap } from './peer-gap.ts';
import type { Assurance, Variation } from './statistics/xmr-icons.ts';

/** A peer that does better, and its write-up on the KPI, if it has one. */
export interface BetterPeer {
	readonly code: string;
	readonly name: string;
	readonly value: number;
	readonly writeUp: {
		readonly slug: string;
		readonly titleId: string;
		readonly titleEn: string | null;
	} | null;
}

/** One KPI of a region, as the region's profile shows it. */
export interface ProfileRow {
	readonly kpi: Kpi;
	readonly month: Month;
	readonly value: number;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly isProvisional: boolean;
	readonly isSample: boolean;
	/** The last two years, one for each month; null is a gap. */
	readonly months: readonly (number | null)[];
	readonly variation: Variation | null;
	readonly assurance: Assurance | null;
	readonly gap: (Omit<PeerGap, 'better'> & { readonly better: readonly BetterPeer[] }) | null;
	/** How many regions closed such a gap; only for the largest gaps, and only of now. */
	readonly baseRates: readonly GapBaseRate[];
	/** Whether the gap is of twelve months together; else of the month. */
	readonly isYear: boolean;
}

/** A region's KPIs against itself and against its peers. */
export interface RegionProfile {
	readonly rows: readonly ProfileRow[];
	/** The last month of the rows' two years. */
	readonly to: Month;
	readonly nPeers: number;
}
