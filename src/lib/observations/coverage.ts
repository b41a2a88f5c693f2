import type { Day } from '#lib/core/period.ts';
import { formatDay, formatMonth } from '#lib/i18n/format.ts';
import type { Locale } from '#lib/i18n/translate.ts';
import type { CoverageMode } from './derive-coverage.ts';

/** From the most to the least a resident of the district gets. */
export const COVERAGE_MODES = ['full', 'limited', 'mobile', 'none'] as const;

/** What the register says about one service in one district. */
export interface CoverageFact {
	readonly districtCode: string;
	readonly serviceCode: string;
	readonly mode: CoverageMode;
	/** `YYYY-MM-DD`. */
	readonly validFrom: Day;
	readonly datePrecision: 'day' | 'month' | 'year';
	readonly source: string;
	/** Claimed by an agency or a source, or verified by the region's officers. */
	readonly verification: 'claimed' | 'verified';
	readonly isSample: 0 | 1;
}

/** How many districts of a region give a service, by mode; the modes and `unknown` add up. */
export interface ServiceCoverage {
	readonly serviceCode: string;
	/** Districts with full or limited service: the numerator of the coverage KPI. */
	readonly covered: number;
	readonly limited: number;
	/** Served by mobile units only: shown apart, never counted as covered. */
	readonly mobile: number;
	readonly none: number;
	/** Districts about which the register says nothing. */
	readonly unknown: number;
	/** Districts whose row was verified, whatever its mode; the rest of the known is claimed. */
	readonly verified: number;
	/** All districts of the region: the denominator. */
	readonly districts: number;
}

/** Of facts that hold on the same day about the same service and district, the one begun last. */
export function newestFacts<F extends CoverageFact>(facts: readonly F[]): F[] {
	const newest = new Map<string, F>();
	for (const fact of facts) {
		const cell = cellKey(fact.districtCode, fact.serviceCode);
		const known = newest.get(cell);
		if (!known || known.validFrom < fact.validFrom) newest.set(cell, fact);
	}
	return [...newest.values()];
}

/** The facts of a day by district and service, for the cells of a table. */
export function coverageByCell<F extends CoverageFact>(
	facts: readonly F[]
): (districtCode: string, serviceCode: string) => F | null {
	const cells = new Map(
		facts.map((fact) => [cellKey(fact.districtCode, fact.serviceCode), fact] as const)
	);
	return (districtCode, serviceCode) => cells.get(cellKey(districtCode, serviceCode)) ?? null;
}

/** One district of the matrix: how it gives each service, in the services' order; null: unknown. */
export interface CoverageRow {
	readonly code: string;
	readonly name: string;
	readonly modes: readonly (CoverageMode | null)[];
	/** Which of them were verified. */
	readonly verified: readonly boolean[];
}

/** The facts of a day as a table of districts by services. */
export function coverageMatrix(
	districts: readonly { readonly code: string; readonly name: string }[],
	serviceCodes: readonly string[],
	facts: readonly CoverageFact[]
): CoverageRow[] {
	const cell = coverageByCell(facts);
	return districts.map(({ code, name }) => ({
		code,
		name,
		modes: serviceCodes.map((serviceCode) => cell(code, serviceCode)?.mode ?? null),
		verified: serviceCodes.map(
			(serviceCode) => cell(code, serviceCode)?.verification === 'verified'
		)
	}));
}

/**
 * Counts the facts of a day about one service.
 * @param districts how many districts the region has that day
 */
export function summariseCoverage(
	serviceCode: string,
	facts: readonly CoverageFact[],
	districts: number
): ServiceCoverage {
	const known = facts.filter((fact) => fact.serviceCode === serviceCode);
	const count = (mode: CoverageMode) => known.filter((fact) => fact.mode === mode).length;
	return {
		serviceCode,
		covered: count('full') + count('limited'),
		limited: count('limited'),
		mobile: count('mobile'),
		none: count('none'),
		unknown: districts - known.length,
		verified: known.filter(({ verification }) => verification === 'verified').length,
		districts
	};
}

/** One source with the services it speaks of and since when it says they are given. */
export interface CoverageSource {
	readonly source: string;
	readonly isSample: 0 | 1;
	readonly serviceCodes: readonly string[];
	/** The earliest day any of its facts begins, and how exact that day is. */
	readonly since: Day;
	readonly datePrecision: CoverageFact['datePrecision'];
	/** Whether all its facts begin on that day. */
	readonly isSameDay: boolean;
}

/** Where the facts of a day come from, each source once, in the order of their first facts. */
export function coverageSources(facts: readonly CoverageFact[]): CoverageSource[] {
	const bySource = Map.groupBy(facts, ({ source }) => source);
	return [...bySource].flatMap(([source, [first, ...others]]) => {
		if (!first) return [];
		const told = [first, ...others];
		const earliest = others.reduce((a, b) => (b.validFrom < a.validFrom ? b : a), first);
		return [
			{
				source,
				isSample: told.some(({ isSample }) => isSample === 1) ? 1 : 0,
				serviceCodes: [...new Set(told.map(({ serviceCode }) => serviceCode))],
				since: earliest.validFrom,
				datePrecision: earliest.datePrecision,
				isSameDay: told.every(({ validFrom }) => validFrom === earliest.validFrom)
			}
		];
	});
}

/** A day as exactly as its source gives it: `22 November 2025`, `November 2025` or `2017`. */
export function formatSince(
	locale: Locale,
	day: Day,
	precision: CoverageFact['datePrecision']
): string {
	if (precision === 'year') return day.slice(0, 4);
	return precision === 'month' ? formatMonth(locale, day.slice(0, 7)) : formatDay(locale, day);
}

function cellKey(districtCode: string, serviceCode: string): string {
	return `${districtCode} ${serviceCode}`;
}
