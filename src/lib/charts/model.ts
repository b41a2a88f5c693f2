import type { FunnelZone } from '#lib/benchmarks/statistics/funnel.ts';
import type { Month } from '#lib/core/period.ts';

/**
 * Why there is no value. `no_data` when nothing is known about the month, `no_reference` when there
 * is a figure but nothing to hold it against.
 */
export type MissingReason =
	| 'no_data'
	| 'no_reference'
	| 'not_due'
	| 'late'
	| 'not_applicable'
	| 'no_cases'
	| 'suppressed'
	| 'withdrawn';

export interface Tick {
	readonly value: number;
	readonly label: string;
}

/** An axis of values: its ends are ticks or the ends of what the KPI can be. */
export interface ValueAxis {
	readonly min: number;
	readonly max: number;
	readonly ticks: readonly Tick[];
	/** What the numbers are: `%`, `jam`. */
	readonly unit: string;
}

/** A value as it is told to people, and as it is. */
export interface Cell {
	/** The value with its unit, or the reason why there is none. */
	readonly text: string;
	/** Cases behind it: `262 dari 300`; empty when there are none to tell. */
	readonly detail: string;
	readonly value: number | null;
	readonly missing: MissingReason | null;
}

export interface TableRow {
	readonly header: string;
	readonly isHighlighted: boolean;
	readonly cells: readonly Cell[];
}

export interface ChartTable {
	readonly caption: string;
	/** The first names the row headers, the others one cell each. */
	readonly columns: readonly string[];
	readonly rows: readonly TableRow[];
}

/** What every kind of chart has. All texts are in the reader's language and not yet escaped. */
interface ChartBase {
	/** The finding or the KPI. */
	readonly title: string;
	/** Statistic, place and period. */
	readonly subtitle: string;
	/** What the chart shows, in one sentence. */
	readonly sentence: string;
	/** `↑ lebih tinggi lebih baik`; empty for neutral KPIs. */
	readonly directionNote: string;
	/** How to read it: bands, dashes, gaps. */
	readonly notes: readonly string[];
	/** `Data contoh` when any of the figures is invented; otherwise empty. */
	readonly sampleMark: string;
	readonly table: ChartTable;
}

export interface TrendPoint extends Cell {
	readonly month: Month;
	readonly isProvisional: boolean;
	readonly numerator: number | null;
	readonly denominator: number | null;
}

export interface TrendSeries {
	readonly id: string;
	readonly name: string;
	/** For the end of the line; the name where there is no shorter one. */
	readonly shortName: string;
	/** Which colour and marker, 0 to 7; 0 is the reader's own region. */
	readonly slot: number;
	readonly isOwn: boolean;
	readonly isSample: boolean;
	/** One for each month of the chart. */
	readonly points: readonly TrendPoint[];
	/** The latest value without its unit's word: `87,3%`. Empty without values. */
	readonly endText: string;
}

/** The middle half of the peers. Null in months when too few have reported. */
export interface PeerBand {
	/** `12 daerah sebanding`. */
	readonly name: string;
	/** `Median 12 daerah sebanding`. */
	readonly medianName: string;
	/** `Median`. */
	readonly shortName: string;
	readonly endText: string;
	readonly p25: readonly (number | null)[];
	readonly p50: readonly (number | null)[];
	readonly p75: readonly (number | null)[];
	/** The median of each month as text. */
	readonly texts: readonly string[];
}

export interface TargetLine {
	readonly value: number;
	readonly name: string;
	readonly endText: string;
}

/** Something that happened: numbered on the time axis, listed under the chart. */
export interface ChartEvent {
	readonly number: number;
	readonly month: Month;
	readonly monthText: string;
	readonly label: string;
	readonly href: string | null;
}

export interface MonthLabel {
	readonly month: Month;
	/** `Jan`. */
	readonly short: string;
	readonly year: string;
	/** `Januari 2026`. */
	readonly long: string;
}

export interface TrendModel extends ChartBase {
	readonly kind: 'trend';
	/** A complete list: a month without data is a gap, never left out. */
	readonly months: readonly MonthLabel[];
	readonly y: ValueAxis;
	readonly series: readonly TrendSeries[];
	readonly band: PeerBand | null;
	readonly target: TargetLine | null;
	readonly events: readonly ChartEvent[];
}

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

export interface RankingRow extends RegionMark {
	/** `12`, or `–` when not ranked. */
	readonly rankText: string;
	readonly rank: number | null;
	readonly interval: { readonly low: number; readonly high: number } | null;
	/** Rows left out before this one. */
	readonly skippedBefore: number;
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

/** The one picture of a query's result that SVG, Chart.js, table, sentence and CSV are made from. */
export type ChartModel = TrendModel | RankingModel | SpreadModel | FunnelModel | TilesModel;
