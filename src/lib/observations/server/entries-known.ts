import type { Context } from '#lib/core/context.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import type { CompletenessFacts } from '../completeness.ts';
import * as published from './published-repository.ts';
import * as entries from './repository.ts';

/** How a month of a KPI stood once. */
export type KnownEntry = CompletenessFacts &
	Pick<ObservationEntry, 'kpiKey' | 'month' | 'isSample'>;

/**
 * How the months of a region stood at an instant, as far as everyone may know: what was published
 * by then, as it was, and what had been handed in and was not published yet. Returns to the agency
 * are not kept: what was handed in by then counts as under review.
 * @param asked KPIs that people type, and a stretch of months; `asOf` is an ISO instant
 */
export async function entriesKnown(
	{ db }: Pick<Context, 'db'>,
	regionKey: number,
	asked: { kpiKeys: readonly number[]; from: number; to: number; asOf: string }
): Promise<KnownEntry[]> {
	const { asOf } = asked;
	const facts = await published.listKnownOfRegion(db, regionKey, asked);
	const firsts = new Map(
		(await published.listFirstPublished(db, regionKey, asked)).map((row) => [keyOf(row), row.at])
	);
	const handedIn = new Map(
		(await entries.list(db, regionKey, asked))
			.filter(({ firstSubmittedAt }) => firstSubmittedAt !== null && firstSubmittedAt <= asOf)
			.map((entry) => [keyOf(entry), entry])
	);
	const known = facts.map((fact): KnownEntry => {
		const { kpiKey, month, isSample, missingReason, verification, publishedAt } = fact;
		return {
			...{ kpiKey, month, isSample },
			status: 'published',
			firstSubmittedAt: handedIn.get(keyOf(fact))?.firstSubmittedAt ?? null,
			verifiedAt: verification === 'verified' ? publishedAt : null,
			publishedAt: firsts.get(keyOf(fact)) ?? publishedAt,
			missingReason
		};
	});
	for (const fact of facts) handedIn.delete(keyOf(fact));
	const waiting = [...handedIn.values()].map(
		({ kpiKey, month, isSample, firstSubmittedAt }): KnownEntry => ({
			...{ kpiKey, month, isSample, firstSubmittedAt },
			status: 'submitted',
			verifiedAt: null,
			publishedAt: null,
			missingReason: null
		})
	);
	return [...known, ...waiting];
}

function keyOf({ kpiKey, month }: { kpiKey: number; month: number }): string {
	return `${String(kpiKey)} ${String(month)}`;
}
