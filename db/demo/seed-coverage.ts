import { insertMany } from '#db/insert-many.ts';
import { type CitedShare, citedShares } from '#db/reference/cited-coverage.ts';
import { lastDayOf, type Month } from '#lib/core/period.ts';
import type { DistrictCoverage, NewObservation } from '#lib/database/tables/observations.ts';
import { type CoveragePeriod, deriveCoverage } from '#lib/observations/derive-coverage.ts';
import { proportion } from '#lib/observations/derive.ts';
import type { DemoRegion } from './demo-region.ts';
import { observationRow, type Publication, samplePublication } from './observation-rows.ts';
import { publish } from './publish.ts';
import { generateCoverage } from './sample-coverage.ts';
import type { Scope } from './scope.ts';

const SAMPLE_ROW = { datePrecision: 'month', source: 'Data contoh', isSample: 1 } as const;

/**
 * The register of districts and the coverage at the end of each month. A region about which the
 * press reports something keeps only that; each other one gets a sample.
 */
export async function seedCoverage(scope: Scope): Promise<void> {
	const reported = await scope.db
		.selectFrom('districtCoverage')
		.selectAll()
		.where('isSample', '=', 0)
		.execute();
	const observations: NewObservation[] = [];
	for (const region of scope.regions) {
		const known = reported.filter(({ districtCode }) => districtCode.startsWith(`${region.code}.`));
		const rows =
			known.length > 0
				? reportedCoverage(scope, region, known)
				: await sampleCoverage(scope, region);
		observations.push(...rows);
	}
	await publish(scope, observations);
}

async function sampleCoverage(scope: Scope, region: DemoRegion): Promise<NewObservation[]> {
	const districtCodes = scope.districtCodes.get(region.code) ?? [];
	const register = generateCoverage(region, districtCodes, scope.months);
	const updatedAt = scope.now.toISOString();
	await insertMany(
		scope.db,
		'districtCoverage',
		register.map((row) => ({ ...row, ...SAMPLE_ROW, updatedAt }))
	);
	return monthEnds(scope, region, register, (month) => samplePublication(month, true));
}

function reportedCoverage(
	scope: Scope,
	region: DemoRegion,
	known: readonly DistrictCoverage[]
): NewObservation[] {
	const shares = citedShares
		.filter(({ regionCode, month }) => regionCode === region.code && scope.months.includes(month))
		.flatMap((share) => shareObservations(region, share, asReported(scope, share.note)));
	return [...shares, ...monthEnds(scope, region, known, () => asReported(scope))];
}

function monthEnds(
	scope: Scope,
	region: DemoRegion,
	register: readonly CoveragePeriod[],
	publication: (month: Month) => Publication
): NewObservation[] {
	return scope.months.flatMap((month) =>
		deriveCoverage(register, lastDayOf(month), region.districtCount).map((derived) =>
			observationRow(region.key, month, derived, publication(month))
		)
	);
}

function shareObservations(
	region: DemoRegion,
	{ kpiCodes, month, numerator, denominator }: CitedShare,
	publication: Publication
): NewObservation[] {
	return kpiCodes.map((code) =>
		observationRow(region.key, month, proportion(code, numerator, denominator), publication)
	);
}

/** A claim of the press until the region verifies it; real, so no sample. */
function asReported({ now }: Scope, note = ''): Publication {
	return { verification: 'claimed', isSample: 0, note, publishedAt: now.toISOString() };
}
