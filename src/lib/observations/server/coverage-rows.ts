import type { RegionCoverage } from './coverage.ts';

/** What the register says about each district and service, as the API writes it. */
export function coverageRows({ districts, facts }: RegionCoverage) {
	const names = new Map(districts.map(({ code, name }) => [code, name]));
	return facts.map((fact) => ({
		district: fact.districtCode,
		district_name: names.get(fact.districtCode) ?? null,
		service: fact.serviceCode,
		mode: fact.mode,
		valid_from: fact.validFrom,
		date_precision: fact.datePrecision,
		source: fact.source,
		verification: fact.verification,
		verified_at: fact.verifiedAt,
		verified_by_role: fact.verifiedByRole,
		is_sample: fact.isSample === 1
	}));
}

/** The day the rows hold for and how many districts give each service. */
export function coverageMeta(region: string, { day, districts, facts, summary }: RegionCoverage) {
	return {
		region,
		day,
		districts: districts.length,
		has_sample: facts.some(({ isSample }) => isSample === 1),
		summary: summary.map((counts) => ({
			service: counts.serviceCode,
			covered: counts.covered,
			limited: counts.limited,
			mobile: counts.mobile,
			none: counts.none,
			unknown: counts.unknown,
			verified: counts.verified,
			districts: counts.districts
		}))
	};
}
