import type { Visit } from '#lib/database/tables/visits.ts';

type Known = Pick<Visit, 'ref' | 'innovationId' | 'submittedAt' | 'people' | 'sessionDay'> & {
	readonly visitorName: string;
	readonly innovationTitleId: string | null;
	readonly innovationTitleEn: string | null;
};

/** Requests about one innovation that could be received together. */
export interface MergeSuggestion {
	readonly innovationId: string;
	readonly titleId: string;
	readonly titleEn: string | null;
	/** The waiting requests, the oldest first. */
	readonly requests: { ref: string; visitorName: string; people: number }[];
	/** Visits about it that have a date already and could take others in. */
	readonly visits: { ref: string; visitorName: string; day: string }[];
}

/** Requests this far apart, in days, may still come together. */
const APART_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Finds innovations about which several regions ask within thirty days, or one asks while another
 * has a date already.
 */
export function suggestMerges(
	waiting: readonly Known[],
	dated: readonly Known[]
): MergeSuggestion[] {
	const about = new Map<string, Known[]>();
	for (const request of waiting) {
		if (request.innovationId === null) continue;
		about.set(request.innovationId, [...(about.get(request.innovationId) ?? []), request]);
	}
	return [...about].flatMap(([innovationId, requests]) => {
		const newest = Math.max(...requests.map(submittedMs));
		const together = requests
			.filter((request) => newest - submittedMs(request) <= APART_DAYS * DAY_MS)
			.sort((a, b) => submittedMs(a) - submittedMs(b));
		const visits = dated.filter((visit) => visit.innovationId === innovationId);
		if (together.length + visits.length < 2) return [];
		return [
			{
				innovationId,
				titleId: requests[0]?.innovationTitleId ?? '',
				titleEn: requests[0]?.innovationTitleEn ?? null,
				requests: together.map(({ ref, visitorName, people }) => ({ ref, visitorName, people })),
				visits: visits.map(({ ref, visitorName, sessionDay }) => ({
					ref,
					visitorName,
					day: sessionDay ?? ''
				}))
			}
		];
	});
}

function submittedMs({ submittedAt }: Known): number {
	return submittedAt ? Date.parse(submittedAt) : 0;
}
