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
export interface ChartBase {
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
