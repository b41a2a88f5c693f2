import { insertMany } from '#db/insert-many.ts';
import { benchmarkRows, type Figure } from '#lib/benchmarks/benchmark-rows.ts';
import type { NewObservation } from '#lib/database/tables/observations.ts';
import type { Scope } from './scope.ts';

/**
 * Inserts the published facts of some KPIs, complete for all regions, with their benchmarks. KPI by
 * KPI, which is the order of the table's key: each row is appended where it belongs.
 */
export async function publish(
	scope: Scope,
	observations: readonly NewObservation[]
): Promise<void> {
	for (const [kpiKey, rows] of Map.groupBy(observations, ({ kpiKey }) => kpiKey)) {
		await insertMany(scope.db, 'observation', rows);
		const figures = rows.map(toFigure);
		await insertMany(scope.db, 'benchmark', benchmarkRows(kpiKey, figures, scope.groups));
	}
}

function toFigure(row: NewObservation): Figure {
	const { regionKey, month, numerator = null, denominator = null, value = null, isSample } = row;
	return { regionKey, month, numerator, denominator, value, isSample };
}
