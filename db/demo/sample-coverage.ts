import { TURNAROUND_SERVICES, type TurnaroundService } from '#db/reference/services.ts';
import { createRandom, type Random, seedFrom } from '#lib/benchmarks/statistics/random.ts';
import { addDays, type Day, type Month } from '#lib/core/period.ts';
import type { CoverageMode, CoveragePeriod } from '#lib/observations/derive-coverage.ts';
import type { DemoRegion } from './demo-region.ts';
import { profileOf } from './profile.ts';

/** How readily a service is brought to the districts, beside the region's own reach. */
const EASE: Record<TurnaroundService, number> = {
	REK: 0.3,
	KTP: 0,
	KK: 0.15,
	AKL: 0.05,
	AKM: 0.05,
	KIA: -0.05,
	PDG: 0.1
};

const UPGRADED_SHARE = 0.15;

/**
 * A made-up register of a region's districts: each service in each district from the first month
 * on, and for some a better mode later. The first district, usually the seat, has full counters.
 */
export function generateCoverage(
	region: DemoRegion,
	districtCodes: readonly string[],
	months: readonly Month[]
): CoveragePeriod[] {
	const random = createRandom(seedFrom(`coverage:${region.code}`));
	const { reach } = profileOf(region);
	return districtCodes.flatMap((districtCode, d) =>
		TURNAROUND_SERVICES.flatMap((serviceCode): CoveragePeriod[] => {
			const mode = d === 0 ? 'full' : drawMode(random, reach + EASE[serviceCode]);
			const upgrade = upgradeDay(random, mode, months);
			const from = { districtCode, serviceCode, validFrom: `${months[0] ?? ''}-01` };
			if (upgrade === null) return [{ ...from, mode, validTo: null }];
			return [
				{ ...from, mode, validTo: addDays(upgrade, -1) },
				{ ...from, mode: 'full', validFrom: upgrade, validTo: null }
			];
		})
	);
}

function drawMode(random: Random, reach: number): CoverageMode {
	const onTheSpot = random.uniform() < reach;
	const draw = random.uniform();
	if (onTheSpot) return draw < 0.7 ? 'full' : 'limited';
	return draw < 0.35 ? 'mobile' : 'none';
}

/** The first day of a later month in which the district gets a full counter, or null. */
function upgradeDay(random: Random, mode: CoverageMode, months: readonly Month[]): Day | null {
	const isUpgraded = random.uniform() < UPGRADED_SHARE;
	const month = months[1 + Math.floor(random.uniform() * (months.length - 1))];
	return isUpgraded && mode !== 'full' && month !== undefined ? `${month}-01` : null;
}
