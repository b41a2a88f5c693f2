import { insertMany } from '#db/insert-many.ts';
import { TURNAROUND_SERVICES } from '#db/reference/services.ts';
import type { NewObservation } from '#lib/database/tables/observations.ts';
import { deriveTotals, deriveTurnaround } from '#lib/observations/derive.ts';
import { observationRow, samplePublication, turnaroundEntryRow } from './observation-rows.ts';
import { publish } from './publish.ts';
import { keepsEntry, type Scope } from './scope.ts';
import { generateSeries, type SeriesMonth } from './series.ts';

/** The turnaround of each service: what was typed, what was published from it, and the totals. */
export async function seedTurnaround(scope: Scope): Promise<void> {
	const all: SeriesMonth[] = [];
	for (const service of TURNAROUND_SERVICES) {
		const series = scope.regions.flatMap((region) => generateSeries(region, service, scope.months));
		const entries = series
			.filter(({ region, month }) => keepsEntry(scope, region, month))
			.map(turnaroundEntryRow);
		await insertMany(scope.db, 'observationEntry', entries);

		const published = series.filter(({ status }) => status === 'published');
		await publish(scope, published.flatMap(serviceObservations));
		all.push(...published);
	}
	await publish(scope, totalObservations(all));
}

function serviceObservations(row: SeriesMonth): NewObservation[] {
	const publication = samplePublication(row.month, row.isVerified);
	return deriveTurnaround(row.service, row.counts).map((derived) =>
		observationRow(row.region.key, row.month, derived, publication)
	);
}

/** The KPIs over all services, from what each region published in each month. */
function totalObservations(published: readonly SeriesMonth[]): NewObservation[] {
	const byMonth = Map.groupBy(published, ({ region, month }) => `${region.code} ${month}`);
	return [...byMonth.values()].flatMap((services) => {
		const [first] = services;
		if (!first) return [];
		const isVerified = services.every((row) => row.isVerified);
		const publication = samplePublication(first.month, isVerified);
		return deriveTotals(services.map(({ counts }) => counts)).map((derived) =>
			observationRow(first.region.key, first.month, derived, publication)
		);
	});
}
