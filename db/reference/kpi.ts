import type { FieldCode } from './services.ts';

export type KpiKind = 'proportion' | 'mean' | 'distribution' | 'count' | 'index';
export type KpiDirection = 'higher' | 'lower' | 'neutral';
export type KpiFamily = 'TAT' | 'SLA' | 'COV' | 'VOL' | 'OTHER';

/**
 * Where a KPI's observations come from: `turnaround` from the month's counts of its service,
 * `turnaround_total` from those of all services together, `coverage` from the register of
 * districts, `entered` from people.
 */
export type KpiDerivation = 'entered' | 'turnaround' | 'turnaround_total' | 'coverage';

export type KpiUnit =
	| 'percent'
	| 'hours'
	| 'working_days'
	| 'minutes'
	| 'requests'
	| 'score_25_100'
	| 'score_0_5'
	| 'licences'
	| 'services';

/**
 * How far a standard was checked: its text was read, another source quotes it, it is from memory
 * only, or there is none.
 */
export type SourceStatus = 'verified' | 'secondary' | 'recalled' | 'none';

/** The same text for people in Indonesian and English. */
export interface Bilingual {
	readonly id: string;
	readonly en: string;
}

export const NO_TEXT: Bilingual = { id: '', en: '' };

/** The values outside which an entry is refused (hard) or needs a note (warn), in the KPI's unit. */
export interface ValueRange {
	readonly hard: readonly [min: number, max: number];
	readonly warn?: readonly [min: number | null, max: number | null];
}

export interface Standard {
	/** Only where a source states a number in the KPI's own unit; never from memory. */
	readonly value: number | null;
	readonly text: Bilingual;
	readonly source: string;
	readonly sourceStatus: SourceStatus;
}

export const NO_STANDARD: Standard = {
	value: null,
	text: NO_TEXT,
	source: '',
	sourceStatus: 'none'
};

export interface KpiDefinition {
	readonly code: string;
	/** Permanent number for the fact tables. Never reused, never changed. */
	readonly key: number;
	readonly group: FieldCode;
	readonly service: string | null;
	readonly family: KpiFamily;
	readonly kind: KpiKind;
	readonly derivation: KpiDerivation;
	readonly direction: KpiDirection;
	readonly unit: KpiUnit;
	readonly decimals: number;
	readonly range: ValueRange;
	readonly name: Bilingual;
	readonly definition: Bilingual;
	/** Empty for kinds that have none. */
	readonly numerator: Bilingual;
	readonly denominator: Bilingual;
	readonly method: Bilingual;
	readonly standard: Standard;
}
