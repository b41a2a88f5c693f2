import type { FunnelZone } from '#lib/benchmarks/statistics/funnel.ts';
import type { ChartBase, MissingReason, Tick, ValueAxis } from './model-parts.ts';

export interface RegionMark {
	readonly id: string;
	readonly name: string;
	/** For narrow charts; the name where there is no shorter one. */
	readonly shortName: string;
	readonly value: number;
	/** With unit. */
	readonly text: string;
	/** Without the unit's word. */
	readonly shortText: string;
	/** Colour and marker of a highlighted region; null for the others. */
	readonly slot: number | null;
	readonly isOwn: boolean;
	readonly isSample: boolean;
	readonly isProvisional: boolean;
}

/** A quartile of the regions. */
export interface ReferenceLine {
	readonly value: number;
	readonly name: string;
	readonly endText: string;
}

/** A region as it goes into the CSV file: all of them, also those without a mark. */
export interface RegionRecord {
	readonly id: string;
	readonly name: string;
	readonly rank: number | null;
	readonly rankLow: number | null;
	readonly rankHigh: number | null;
	readonly value: number | null;
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly isProvisional: boolean;
	readonly isSample: boolean;
	readonly missing: MissingReason | null;
}

export interface RankingRow extends RegionMark {
	/** `12`, or `–` when not ranked. */
	readonly rankText: string;
	readonly rank: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	/** Rows left out before this one. */
	readonly skippedBefore: number;
}

export interface RankingModel extends ChartBase {
	readonly kind: 'ranking';
	readonly x: ValueAxis;
	/** Best first, those without a rank last. */
	readonly rows: readonly RankingRow[];
	/** Rows left out after the last one. */
	readonly skippedAfter: number;
	/** `… {count} daerah …` for a number of rows left out. */
	readonly skippedTexts: Readonly<Record<number, string>>;
	readonly references: readonly ReferenceLine[];
	readonly records: readonly RegionRecord[];
}

export interface SpreadModel extends ChartBase {
	readonly kind: 'spread';
	readonly x: ValueAxis;
	readonly marks: readonly RegionMark[];
	/** 25th percentile, median and 75th; empty with fewer than four regions. */
	readonly references: readonly ReferenceLine[];
	/** `separuh daerah: 71,2–93,0%`; empty without references. */
	readonly middleText: string;
	readonly records: readonly RegionRecord[];
}

/** An axis on which each step of ten is as long as the one before. */
export interface LogAxis {
	readonly min: number;
	readonly max: number;
	readonly ticks: readonly Tick[];
	/** What the numbers are: `kasus (skala logaritmik)`. */
	readonly unit: string;
}

export interface FunnelMark extends RegionMark {
	readonly numerator: number;
	readonly denominator: number;
	readonly zone: FunnelZone;
	/** The zone in words: `di dalam batas`. */
	readonly zoneText: string;
}

/** The limits at a number of cases, in per cent. */
export interface FunnelLimit {
	readonly denominator: number;
	readonly low95: number;
	readonly high95: number;
	readonly low998: number;
	readonly high998: number;
}

export interface FunnelModel extends ChartBase {
	readonly kind: 'funnel';
	readonly x: LogAxis;
	readonly y: ValueAxis;
	readonly marks: readonly FunnelMark[];
	readonly limits: readonly FunnelLimit[];
	/** The common share: sum(num) / sum(den). */
	readonly target: ReferenceLine;
	readonly records: readonly RegionRecord[];
}

/** A province on the tile map. */
export interface Tile {
	readonly id: string;
	readonly name: string;
	/** Two letters. */
	readonly short: string;
	readonly column: number;
	readonly row: number;
	readonly value: number | null;
	readonly text: string;
	readonly shortText: string;
	/** The quarter of the provinces it is in, 0 (lowest) to 3; null without a value. */
	readonly shade: number | null;
	readonly isOwn: boolean;
}

export interface TilesModel extends ChartBase {
	readonly kind: 'tiles';
	readonly tiles: readonly Tile[];
	/** What each shade stands for, from light to dark. */
	readonly legend: readonly { readonly shade: number; readonly text: string }[];
	readonly records: readonly RegionRecord[];
}
