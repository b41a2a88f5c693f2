import { describe, expect, test } from 'vitest';
import type { Bilingual, KpiDefinition } from '#db/reference/kpi.ts';
import { kpiCatalogue } from '#db/reference/kpis.ts';
import { services, TURNAROUND_SERVICES } from '#db/reference/services.ts';
import { coverageKpiCode, deriveCoverage } from '#lib/observations/derive-coverage.ts';
import { deriveTotals, deriveTurnaround } from '#lib/observations/derive.ts';

const codes = kpiCatalogue.map(({ code }) => code);
const byDerivation = (derivation: KpiDefinition['derivation']) =>
	kpiCatalogue.filter((kpi) => kpi.derivation === derivation).map(({ code }) => code);

test('the catalogue holds the 54 KPIs it began with', () => {
	expect(codes).toHaveLength(54);
});

test('codes and keys are unique', () => {
	expect(new Set(codes).size).toBe(codes.length);
	expect(new Set(kpiCatalogue.map(({ key }) => key)).size).toBe(codes.length);
});

test('keys never change: the published facts point at them', () => {
	const keys = Object.fromEntries(kpiCatalogue.map(({ code, key }) => [code, key]));
	expect(keys).toMatchObject({
		'ADM-TAT-REK': 101,
		'ADM-TAT-PDG': 107,
		'ADM-SLA-REK': 121,
		'ADM-COV-REK': 141,
		'ADM-COV-ALL': 148,
		'ADM-VOL-REK': 161,
		'ADM-BLG': 181,
		'ADM-OWN-KTP': 191,
		'SKM-IKM': 201,
		'IZN-SLA': 301,
		'KES-WTG': 401,
		'DIK-LEG': 501
	});
});

test('each service a KPI names exists', () => {
	const known = new Set(services.map(({ code }) => code));
	const named = kpiCatalogue.flatMap(({ service }) => service ?? []);

	expect(known.size).toBe(services.length);
	expect(named.filter((code) => !known.has(code))).toEqual([]);
});

describe.each(kpiCatalogue.map((kpi) => [kpi.code, kpi] as const))('%s', (_code, kpi) => {
	test('is complete in both languages', () => {
		expect(missingLanguages(kpi)).toEqual([]);
		for (const text of [kpi.name, kpi.definition, kpi.method]) expect(text.id).not.toBe('');
	});

	test('has ordered ranges', () => {
		const [hardMin, hardMax] = kpi.range.hard;
		const [warnMin, warnMax] = kpi.range.warn ?? [null, null];
		const ordered = [hardMin, warnMin, warnMax, hardMax].filter((bound) => bound !== null);

		expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
		expect(hardMin).toBeLessThan(hardMax);
	});

	test('says what is counted, as its kind demands', () => {
		const hasNumerator = kpi.numerator.id !== '';
		const hasDenominator = kpi.denominator.id !== '';
		const expected = {
			proportion: [true, true],
			mean: [true, true],
			distribution: [false, true],
			count: [true, false],
			index: [false, false]
		}[kpi.kind];

		expect([hasNumerator, hasDenominator]).toEqual(expected);
	});
});

test('a target is drawn only from a source that somebody read', () => {
	const targets = kpiCatalogue.filter(({ standard }) => standard.value !== null);

	expect(targets.map(({ code, standard }) => [code, standard.value])).toEqual([
		['ADM-OWN-KTP', 99.4],
		['ADM-OWN-AKL', 98],
		['ADM-OWN-KIA', 50],
		['ADM-OWN-IKD', 25],
		['SKM-IKM', 76.61]
	]);
	for (const { standard } of targets) {
		expect(standard.sourceStatus).not.toBe('recalled');
		expect(standard.source).not.toBe('');
	}
});

test('the KPIs marked as derived are exactly those that the derivation makes', () => {
	const month = {
		received: 1,
		completed: 1,
		buckets: [1, 0, 0, 0, 0] as const,
		returned: 0,
		pendingOver7Days: 0,
		online: 0
	};
	const fromTurnaround = TURNAROUND_SERVICES.flatMap((service) =>
		deriveTurnaround(service, month).map(({ kpiCode }) => kpiCode)
	);

	expect(byDerivation('turnaround').toSorted()).toEqual(fromTurnaround.toSorted());
	expect(byDerivation('turnaround_total')).toEqual(
		deriveTotals([month]).map(({ kpiCode }) => kpiCode)
	);
});

test('the KPIs of coverage are those of the services in the register, and of the full package', () => {
	const inRegister = [...TURNAROUND_SERVICES, 'PKM', 'SMPN'];
	const register = inRegister.map((serviceCode) => ({
		districtCode: '36.71.01',
		serviceCode,
		mode: 'full' as const,
		validFrom: '2020-01-01',
		validTo: null
	}));
	const derived = deriveCoverage(register, '2026-10-31', 13).map(({ kpiCode }) => kpiCode);

	expect(byDerivation('coverage').toSorted()).toEqual(derived.toSorted());
	for (const kpi of kpiCatalogue) {
		if (kpi.derivation !== 'coverage' || kpi.service === null) continue;
		expect(coverageKpiCode(kpi.service)).toBe(kpi.code);
	}
});

/** Texts filled in one language only. */
function missingLanguages(kpi: KpiDefinition): Bilingual[] {
	const texts = [kpi.name, kpi.definition, kpi.numerator, kpi.denominator, kpi.method];
	return [...texts, kpi.standard.text].filter(({ id, en }) => (id === '') !== (en === ''));
}
