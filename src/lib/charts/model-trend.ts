import type { Month } from '#lib/core/period.ts';
import type { Cell, ChartBase, ValueAxis } from './model-parts.ts';

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

/** A stretch of a control chart with limits of its own: one value of each line for each of its months. */
export interface ControlSegment {
	/** The position of its first month. */
	readonly from: number;
	readonly centre: readonly number[];
	readonly lower: readonly number[];
	readonly upper: readonly number[];
	/** The position from which on the limits were made before: drawn dashed. */
	readonly extendedFrom: number;
}

/** A month in which one of the rules of the control chart is met. */
export interface ControlMark {
	readonly position: number;
	readonly meaning: 'better' | 'worse' | 'other';
	/** `perburukan: di luar batas`. */
	readonly text: string;
}

/** The mean and the limits of the only series, which make a trend a control chart. */
export interface ControlLines {
	readonly segments: readonly ControlSegment[];
	readonly marks: readonly ControlMark[];
	/** What the lines are called, and the column of the marks. */
	readonly names: Readonly<Record<ControlLine | 'marks', string>>;
	/** The latest value of each line without its unit's word; empty without limits. */
	readonly endTexts: Readonly<Record<ControlLine, string>>;
}

export type ControlLine = 'upper' | 'centre' | 'lower';

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
	/** Null for all but control charts. */
	readonly control: ControlLines | null;
	readonly events: readonly ChartEvent[];
}
