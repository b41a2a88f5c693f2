import { kpiCatalogue } from '#db/reference/kpis.ts';
import { addMonths, type Month, monthIndex } from '#lib/core/period.ts';
import type { NewObservation, NewObservationEntry } from '#lib/database/tables/observations.ts';
import type { DerivedObservation } from '#lib/observations/derive.ts';
import type { EnteredMonth } from './entered-series.ts';
import type { SeriesMonth } from './series.ts';

/** Rows of the fact tables. Columns that stay empty are left out: the bulk insert is quicker. */

const KPI_KEYS = new Map(kpiCatalogue.map(({ code, key }) => [code, key]));

/** The number of a KPI in the fact tables. */
export function kpiKey(code: string): number {
	const key = KPI_KEYS.get(code);
	if (key === undefined) throw new RangeError(`No KPI ${code}`);
	return key;
}

/** Who stands behind a published number, and since when. */
export interface Publication {
	readonly verification: 'claimed' | 'verified';
	readonly isSample: 0 | 1;
	readonly note: string;
	readonly publishedAt: string;
}

/** Sample months are published on the tenth of the next month, as the rules of entry ask. */
export function samplePublication(month: Month, isVerified: boolean): Publication {
	return {
		verification: isVerified ? 'verified' : 'claimed',
		isSample: 1,
		note: '',
		publishedAt: `${addMonths(month, 1)}-10T03:00:00.000Z`
	};
}

/** A published fact. Rows of one KPI all have the same columns. */
export function observationRow(
	regionKey: number,
	month: Month,
	derived: DerivedObservation,
	publication: Publication
): NewObservation {
	const { buckets, kpiCode, numerator, denominator, value, missingReason } = derived;
	const durations = buckets && {
		bucket1: buckets[0],
		bucket2: buckets[1],
		bucket3: buckets[2],
		bucket4: buckets[3],
		bucket5: buckets[4]
	};
	return {
		kpiKey: kpiKey(kpiCode),
		regionKey,
		month: monthIndex(month),
		numerator,
		denominator,
		value,
		...durations,
		missingReason,
		revision: 1,
		...publication
	};
}

/** What an agency typed for a service's month. It is kept under the service's turnaround KPI. */
export function turnaroundEntryRow(series: SeriesMonth): NewObservationEntry {
	const { counts, region, month, service, status } = series;
	return {
		...entryRow(region.key, `ADM-TAT-${service}`, month, status),
		...(!series.isVerified && { verifiedAt: null }),
		bucket1: counts.buckets[0],
		bucket2: counts.buckets[1],
		bucket3: counts.buckets[2],
		bucket4: counts.buckets[3],
		bucket5: counts.buckets[4],
		received: counts.received,
		completed: counts.completed,
		returned: counts.returned,
		backlog: counts.pendingOver7Days,
		online: counts.online,
		medianHours: counts.medianHours ?? null
	};
}

/** What people typed for a KPI that they enter themselves. A score is the only value typed. */
export function enteredRow(regionKey: number, entered: EnteredMonth): NewObservationEntry {
	const { numerator, denominator } = entered;
	return {
		...entryRow(regionKey, entered.kpiCode, entered.month, 'published'),
		numerator,
		denominator,
		value: numerator === null ? entered.value : null
	};
}

function entryRow(
	regionKey: number,
	kpiCode: string,
	month: Month,
	status: 'published' | 'submitted'
) {
	const next = addMonths(month, 1);
	const publishedAt = status === 'published' ? `${next}-10T03:00:00.000Z` : null;
	const submittedAt = `${next}-05T03:00:00.000Z`;
	return {
		regionKey,
		month: monthIndex(month),
		kpiKey: kpiKey(kpiCode),
		status,
		version: 1,
		note: '',
		isSample: 1,
		updatedAt: publishedAt ?? submittedAt,
		submittedAt,
		firstSubmittedAt: submittedAt,
		verifiedAt: publishedAt,
		publishedAt
	} as const;
}
