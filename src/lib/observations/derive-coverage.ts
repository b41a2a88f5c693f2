import { type DerivedObservation, proportion } from './derive.ts';

export type CoverageMode = 'full' | 'limited' | 'mobile' | 'none';

/** How a district gives a service from one day on, to another day or still. */
export interface CoveragePeriod {
	readonly districtCode: string;
	readonly serviceCode: string;
	readonly mode: CoverageMode;
	/** `YYYY-MM-DD`. */
	readonly validFrom: string;
	readonly validTo: string | null;
}

/** The services of the package that `ADM-COV-ALL` asks for. */
export const FULL_PACKAGE_SERVICES = ['REK', 'KTP', 'KK', 'AKL', 'AKM', 'KIA'] as const;

/** KPIs of coverage by service: civil registration's follow a rule, the others have their own code. */
export function coverageKpiCode(serviceCode: string): string {
	if (serviceCode === 'PKM') return 'KES-COV';
	if (serviceCode === 'SMPN') return 'DIK-COV';
	return `ADM-COV-${serviceCode}`;
}

/** Whether a row of the register holds on a day. */
function holdsOn({ validFrom, validTo }: CoveragePeriod, day: string): boolean {
	return validFrom <= day && (validTo === null || validTo >= day);
}

/** The rows of the register that a coverage KPI rests on, on a day. */
export function periodsBehind<P extends CoveragePeriod>(
	periods: readonly P[],
	day: string,
	kpiCode: string
): P[] {
	const isOfPackage = (code: string) => FULL_PACKAGE_SERVICES.some((service) => service === code);
	return periods.filter(
		(period) =>
			holdsOn(period, day) &&
			(kpiCode === 'ADM-COV-ALL'
				? isOfPackage(period.serviceCode)
				: coverageKpiCode(period.serviceCode) === kpiCode)
	);
}

/**
 * The coverage KPIs of a region on a day, normally the last of a month: districts with a full or
 * limited counter, of all its districts. Mobile services do not count. A service about which the
 * register says nothing has no observation: unknown is not zero.
 * @param periods the region's rows of the register
 * @param districtCount how many districts the region has that day
 */
export function deriveCoverage(
	periods: readonly CoveragePeriod[],
	day: string,
	districtCount: number
): DerivedObservation[] {
	const covered = new Map<string, Set<string>>();
	for (const period of periods) {
		if (!holdsOn(period, day)) continue;
		const districts = covered.get(period.serviceCode) ?? new Set<string>();
		covered.set(period.serviceCode, districts);
		if (period.mode === 'full' || period.mode === 'limited') districts.add(period.districtCode);
	}

	const byService = [...covered].map(([service, districts]) =>
		proportion(coverageKpiCode(service), districts.size, districtCount)
	);
	const all = coveredByAll(covered);
	return all === null ? byService : [...byService, proportion('ADM-COV-ALL', all, districtCount)];
}

/** Districts with the whole package; null when the register is silent about one of its services. */
function coveredByAll(covered: ReadonlyMap<string, ReadonlySet<string>>): number | null {
	const [first, ...others] = FULL_PACKAGE_SERVICES.map((service) => covered.get(service));
	if (!first || others.some((districts) => !districts)) return null;
	return [...first].filter((code) => others.every((districts) => districts?.has(code))).length;
}
