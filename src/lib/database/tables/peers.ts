import type { Selectable } from 'kysely';
import type { Flag, MonthIndex, Timestamp } from './values.ts';

export interface PeerTables {
	regionContext: RegionContextTable;
	peerModel: PeerModelTable;
	peerProfile: PeerProfileTable;
	peer: PeerTable;
	signal: SignalTable;
	baselineRestart: BaselineRestartTable;
}

interface RegionContextTable {
	regionCode: string;
	/** A key of `benchmarks/context-variables.ts`. */
	variable: string;
	value: number;
	/** Where the figure comes from, with its date. */
	source: string;
	updatedAt: Timestamp;
}

interface PeerModelTable {
	year: number;
	/** 1 for the first of a year. */
	version: number;
	/** Of the profiles and the variables: the same ones are not frozen twice. */
	contentHash: string;
	/** The variables with their weights, as JSON. */
	variables: string;
	/** The 0th to 100th percentile of the distances of all pairs, as JSON. */
	distancePercentiles: string;
	frozenAt: Timestamp;
}

interface PeerProfileTable {
	year: number;
	version: number;
	regionCode: string;
	/** What was known of the region when the lists were frozen, as JSON. */
	profile: string;
}

interface PeerTable {
	year: number;
	version: number;
	regionCode: string;
	/** 1 is nearest. */
	position: number;
	peerCode: string;
}

interface SignalTable {
	kpiKey: number;
	regionKey: number;
	/** The newest month with a final value, and that value. */
	month: MonthIndex;
	value: number;
	/** Final values in the current segment. */
	n: number;
	isSample: Flag;
	/** Fewer than 13 values: the limits still move. */
	isTrial: Flag;
	/** Why there are no limits; null when there are. */
	noLimits: 'too_few_points' | 'no_variation' | 'repeated_values' | null;
	/** Of the baseline, without its season. */
	mean: number | null;
	averageMovingRange: number | null;
	rule: 'outside' | 'trend' | 'two_of_three' | 'shift' | null;
	side: 1 | -1 | null;
	variation: 'improvement' | 'concern' | 'high' | 'low' | 'common' | null;
	assurance: 'pass' | 'fail' | 'hit_or_miss' | null;
	/** The chance of a newest value like this without any change; null without fixed limits. */
	p: number | null;
	/** The distance from the mean in standard deviations. */
	strength: number | null;
	/** What the season adds in that month; null where it is not known, so not taken out. */
	season: number | null;
}

interface BaselineRestartTable {
	id: string;
	kpiKey: number;
	regionKey: number;
	/** The first month that is judged by limits of its own. */
	month: MonthIndex;
	/** What is known to have changed. */
	reason: string;
	setBy: string;
	setByRole: string;
	setAt: Timestamp;
	/** Null while it holds. */
	endedByRole: string | null;
	endedAt: Timestamp | null;
}

export type RegionContext = Selectable<RegionContextTable>;
export type PeerModel = Selectable<PeerModelTable>;
export type PeerRow = Selectable<PeerTable>;
export type SignalRow = Selectable<SignalTable>;
export type BaselineRestart = Selectable<BaselineRestartTable>;
