import type { ObservationEntry } from '#lib/database/tables/observations.ts';

type Cell = Pick<ObservationEntry, 'regionKey' | 'month' | 'kpiKey'>;

/** An entry in which nothing was typed yet: the first version of a draft. */
export function emptyEntry({ regionKey, month, kpiKey }: Cell): ObservationEntry {
	return {
		regionKey,
		month,
		kpiKey,
		status: 'draft',
		version: 1,
		numerator: null,
		denominator: null,
		value: null,
		bucket1: null,
		bucket2: null,
		bucket3: null,
		bucket4: null,
		bucket5: null,
		received: null,
		completed: null,
		returned: null,
		backlog: null,
		pending: null,
		missingReason: null,
		online: null,
		medianHours: null,
		p90Hours: null,
		note: '',
		returnReason: null,
		changeReason: null,
		publishedCounts: null,
		isSample: 0,
		enteredBy: null,
		updatedAt: '',
		submittedAt: null,
		firstSubmittedAt: null,
		verifiedAt: null,
		publishedAt: null
	};
}
