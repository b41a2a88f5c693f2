import type { TurnaroundService } from '#db/reference/services.ts';
import type { Month } from '#lib/core/period.ts';

/** Months in which most offices close for Eid al-Fitr, with what is left of the usual requests. */
const EID: Record<Month, number> = {
	'2022-05': 0.72,
	'2023-04': 0.7,
	'2024-04': 0.7,
	'2025-03': 0.88,
	'2025-04': 0.75,
	'2026-03': 0.7,
	'2027-03': 0.72
};

/** The new school year asks for birth certificates and child cards, from May to July. */
const SCHOOL: Record<string, number> = { '05': 1.12, '06': 1.38, '07': 1.3 };

/** What a month does to the number of requests for a service; 1 is usual. */
export function seasonOf(service: TurnaroundService, month: Month): number {
	const school = service === 'KIA' || service === 'AKL' ? (SCHOOL[month.slice(5)] ?? 1) : 1;
	const yearEnd = month.endsWith('-12') ? 0.9 : 1;
	return school * yearEnd * (EID[month] ?? 1);
}
