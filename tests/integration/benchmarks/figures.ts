import { insertMany } from '#db/insert-many.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import type { NewObservation } from '#lib/database/tables/observations.ts';

export interface GivenFigure {
	readonly region: string;
	readonly month: string;
	readonly numerator: number | null;
	readonly denominator?: number;
	readonly isProvisional?: boolean;
	readonly isSample?: boolean;
}

/** Publishes shares of cases without any of the rules of entry. */
export async function publishShares(
	db: Db,
	kpiCode: string,
	figures: readonly GivenFigure[]
): Promise<void> {
	const { key } = await getKpi({ db }, kpiCode);
	const rows = figures.map(
		({ region, month, numerator, denominator = 100, isProvisional, isSample }): NewObservation => ({
			kpiKey: key,
			regionKey: Number(region.replace('.', '')),
			month: monthIndex(month),
			numerator: numerator ?? 0,
			denominator: numerator === null ? 0 : denominator,
			value: numerator === null ? null : (100 * numerator) / denominator,
			missingReason: numerator === null ? 'no_cases' : null,
			verification: isProvisional ? 'claimed' : 'verified',
			revision: 1,
			isSample: isSample ? 1 : 0,
			note: '',
			publishedAt: '2026-11-10T03:00:00.000Z'
		})
	);
	await insertMany(db, 'observation', rows);
}
