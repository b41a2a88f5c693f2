import type { Generated, Insertable, Selectable } from 'kysely';
import type { Flag, MonthIndex, Timestamp } from './values.ts';

export interface ObservationTables {
	observationEntry: ObservationEntryTable;
	observation: ObservationTable;
	observationRevision: ObservationRevisionTable;
	benchmark: BenchmarkTable;
	dataVersion: DataVersionTable;
	districtCoverage: DistrictCoverageTable;
	districtCoverageRevision: DistrictCoverageRevisionTable;
	reportingDeadline: ReportingDeadlineTable;
}

/** Requests finished within 1 hour, 24 hours, 3 days, 7 days, and later. */
interface BucketColumns {
	bucket1: number | null;
	bucket2: number | null;
	bucket3: number | null;
	bucket4: number | null;
	bucket5: number | null;
}

interface ObservationEntryTable extends BucketColumns {
	regionKey: number;
	month: MonthIndex;
	/** For a service's turnaround counts: the key of its `…-TAT-…` KPI. */
	kpiKey: number;
	status: 'draft' | 'submitted' | 'verified' | 'published' | 'returned';
	version: number;
	numerator: number | null;
	denominator: number | null;
	/** Only for KPIs of kind `index`, whose score is published as one figure. */
	value: number | null;
	received: number | null;
	completed: number | null;
	returned: number | null;
	/** Requests still pending after more than 7 days at the end of the month. */
	backlog: number | null;
	/** All requests still open at the end of the month, where the agency counts them. */
	pending: Generated<number | null>;
	online: number | null;
	/** Set instead of figures when the KPI does not apply to the region. */
	missingReason: Generated<'not_applicable' | null>;
	medianHours: number | null;
	p90Hours: number | null;
	note: string;
	returnReason: string | null;
	/** Why a published month is being changed; required before it is published again. */
	changeReason: string | null;
	/** What stays published while the entry is being revised, as JSON; else null. */
	publishedCounts: string | null;
	isSample: Flag;
	enteredBy: string | null;
	updatedAt: Timestamp;
	submittedAt: Timestamp | null;
	/** When the month was first handed in, whatever was corrected later. */
	firstSubmittedAt: Generated<Timestamp | null>;
	verifiedAt: Timestamp | null;
	publishedAt: Timestamp | null;
}

interface ObservationTable extends BucketColumns {
	kpiKey: number;
	regionKey: number;
	month: MonthIndex;
	numerator: number | null;
	denominator: number | null;
	/** In the KPI's unit; null exactly when `missingReason` says why. */
	value: number | null;
	missingReason: 'not_applicable' | 'no_cases' | 'suppressed' | 'withdrawn' | null;
	verification: 'claimed' | 'verified';
	revision: number;
	isSample: Flag;
	note: string;
	publishedAt: Timestamp;
}

interface ObservationRevisionTable extends BucketColumns {
	kpiKey: number;
	regionKey: number;
	month: MonthIndex;
	revision: number;
	numerator: number | null;
	denominator: number | null;
	value: number | null;
	missingReason: ObservationTable['missingReason'];
	verification: ObservationTable['verification'];
	isSample: Flag;
	publishedAt: Timestamp;
	supersededAt: Timestamp;
	reason: string;
	changedByRole: string;
}

interface BenchmarkTable {
	kpiKey: number;
	month: MonthIndex;
	/** `all`, `kind:city`, `kind:regency` or `province:36`. */
	groupCode: string;
	n: number;
	nExpected: number;
	nSample: number;
	sumNumerator: number | null;
	sumDenominator: number | null;
	p10: number | null;
	p25: number | null;
	p50: number | null;
	p75: number | null;
	p90: number | null;
}

interface DataVersionTable {
	name: string;
	version: number;
	changedAt: Timestamp;
}

interface DistrictCoverageTable {
	districtCode: string;
	serviceCode: string;
	/** First and last day, `YYYY-MM-DD`. */
	validFrom: string;
	validTo: string | null;
	mode: 'full' | 'limited' | 'mobile' | 'none';
	/** How exact `validFrom` is: a source may name only the year. */
	datePrecision: 'day' | 'month' | 'year';
	source: string;
	/** Claimed by a source or an agency, or verified by the region's officers. */
	verification: Generated<'claimed' | 'verified'>;
	/** Null while it is claimed. */
	verifiedAt: Generated<Timestamp | null>;
	/** The role of who verified it; null for rows from before it was kept. */
	verifiedByRole: Generated<string | null>;
	isSample: Flag;
	updatedAt: Timestamp;
}

/** What a row of the register said before it was changed or taken out. */
interface DistrictCoverageRevisionTable {
	id: string;
	districtCode: string;
	serviceCode: string;
	validFrom: string;
	validTo: string | null;
	mode: 'full' | 'limited' | 'mobile' | 'none';
	datePrecision: 'day' | 'month' | 'year';
	source: string;
	verification: 'claimed' | 'verified';
	verifiedAt: Timestamp | null;
	verifiedByRole: string | null;
	isSample: Flag;
	/** When the row came to say so; null for rows from before it was kept. */
	writtenAt: Timestamp | null;
	supersededAt: Timestamp;
	changedByRole: string;
}

/** From a month on a region's figures are due on this day of the next; rows are only ever added. */
interface ReportingDeadlineTable {
	id: string;
	regionCode: string;
	fromMonth: MonthIndex;
	/** 1 to 28. */
	dueDay: number;
	reason: string;
	setBy: string;
	setByRole: string;
	setAt: Timestamp;
}

export type ObservationEntry = Selectable<ObservationEntryTable>;
export type NewObservationEntry = Insertable<ObservationEntryTable>;
export type Observation = Selectable<ObservationTable>;
export type NewObservation = Insertable<ObservationTable>;
export type NewObservationRevision = Insertable<ObservationRevisionTable>;
export type ObservationRevision = Selectable<ObservationRevisionTable>;
export type Benchmark = Selectable<BenchmarkTable>;
export type DistrictCoverage = Selectable<DistrictCoverageTable>;
export type ReportingDeadline = Selectable<ReportingDeadlineTable>;
export type DistrictCoverageRevision = Selectable<DistrictCoverageRevisionTable>;
