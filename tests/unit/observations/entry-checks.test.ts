import { describe, expect, test } from 'vitest';
import type { CheckedKpi, CheckInput, PastEntry } from '#lib/observations/entry-check.ts';
import { checkEntry, entryChecks, needsNote } from '#lib/observations/entry-checks.ts';
import { expectedVolume } from '#lib/observations/expected-volume.ts';
import { noParts, partsFor, presenceOf } from '#lib/observations/row-kind.ts';
import type { EnteredParts } from '#lib/observations/derive-entered.ts';
import id from '../../../src/lib/i18n/messages/id.json' with { type: 'json' };
import en from '../../../src/lib/i18n/messages/en.json' with { type: 'json' };

const MONTH = 24_321; // October 2026

const service: CheckedKpi = {
	code: 'ADM-TAT-KTP',
	kind: 'distribution',
	derivation: 'turnaround',
	serviceCode: 'KTP',
	unit: 'hours',
	hardMin: 0,
	hardMax: 2160,
	warnMin: 0.1,
	warnMax: 72
};
const share: CheckedKpi = {
	...service,
	code: 'ADU-RES',
	kind: 'proportion',
	derivation: 'entered',
	serviceCode: null,
	unit: 'percent',
	hardMax: 100,
	warnMin: 60,
	warnMax: null
};
const score: CheckedKpi = { ...share, code: 'SKM-IKM', kind: 'index', hardMin: 25, warnMin: 30 };

const usual: EnteredParts = {
	...noParts,
	received: 220,
	completed: 200,
	bucket1: 40,
	bucket2: 120,
	bucket3: 30,
	bucket4: 8,
	bucket5: 2,
	returned: 11,
	backlog: 5,
	online: 88
};

/** Months before, newest first, each a little different from the others. */
function months(entry: EnteredParts, count = 6): PastEntry[] {
	return Array.from({ length: count }, (_, i) => ({
		...entry,
		online: entry.online === null ? null : entry.online + i + 1,
		month: MONTH - 1 - i
	}));
}

function found(
	changes: Partial<EnteredParts>,
	rest: Partial<CheckInput> = {},
	severities = ['error', 'warning']
): string[] {
	return checkEntry({
		kpi: service,
		month: MONTH,
		entry: { ...usual, ...changes },
		earlier: months(usual),
		shareMin: 40,
		expectedVolume: null,
		...rest
	})
		.filter(({ severity }) => severities.includes(severity))
		.map(({ path, code }) => `${path} ${code.replace('observation.', '')}`);
}
const entered = (kpi: CheckedKpi, entry: Partial<EnteredParts>, earlier: PastEntry[] = []) =>
	found({}, { kpi, entry: { ...noParts, ...entry }, earlier, shareMin: null });

describe('figures that cannot be true', () => {
	test('an ordinary month has none and needs no note', () => {
		expect(found({})).toEqual([]);
	});

	test('the five groups must add up to the finished requests', () => {
		expect(found({ bucket5: 3 })).toEqual(['completed sumDiffers']);
	});

	test('no more can be filed online or returned than were received', () => {
		expect(found({ online: 221, returned: 221 }, { earlier: [] })).toEqual([
			'online moreThanReceived',
			'returned moreThanReceived'
		]);
	});

	test('no more can be old than are open at all', () => {
		expect(found({ pending: 4 })).toEqual(['backlog moreThanPending']);
		expect(found({ pending: 5 })).toEqual([]);
	});

	test('the P90 cannot lie below the median', () => {
		expect(found({ medianHours: 5, p90Hours: 4.9 })).toEqual(['p90Hours p90BelowMedian']);
		expect(found({ medianHours: 5, p90Hours: 5 })).toEqual([]);
	});

	test('a part cannot be more than the whole, people are whole, a score has its limits', () => {
		expect(entered(share, { numerator: 13, denominator: 12 })).toContain(
			'numerator numeratorTooLarge'
		);
		expect(entered(share, { numerator: 7.5, denominator: 12 })).toEqual(['numerator field.count']);
		expect(entered(score, { value: 24.9 })).toContain('value outOfRange');
		expect(entered({ ...score, warnMin: null }, { value: 25 })).toEqual([]);
	});

	test('a draft may lack figures, a submitted month may not, save for the hours', () => {
		expect(found({ backlog: null })).toEqual([]);
		expect(found({ backlog: null }, {}, ['needed'])).toEqual(['backlog field.required']);
		expect(found({}, {}, ['needed'])).toEqual([]);
	});

	test('nothing is asked of a KPI that does not apply', () => {
		const entry = { ...noParts, missingReason: 'not_applicable' };
		expect(found({}, { entry }, ['error', 'needed', 'warning'])).toEqual([]);
	});
});

describe('figures that look mistyped', () => {
	test('ten, a hundred and a thousand times what is usual', () => {
		expect(found({ received: 2200 })).toEqual(['received warn.timesMore']);
		expect(found({ received: 22_500 })).toEqual(['received warn.timesMore']);
		expect(found({ received: 22, online: 10, returned: 1 })).toContain('received warn.timesLess');
		expect(found({ received: 220 * 40 })).toEqual(['received warn.slip']);
	});

	test('minutes for hours, and days for hours', () => {
		const earlier = months({ ...usual, medianHours: 5 });
		expect(found({ medianHours: 300 }, { earlier })).toEqual(['medianHours warn.timesMore']);
		expect(found({ medianHours: 5 / 24 }, { earlier })).toEqual(['medianHours warn.timesLess']);
	});

	test('small counts jump about by chance', () => {
		expect(found({ backlog: 0 })).toEqual([]);
		expect(found({ backlog: 40 })).toEqual([]);
	});

	test('two digits the wrong way round', () => {
		expect(found({ received: 202 })).toEqual([]);
		const earlier = months({ ...usual, received: 192 });
		expect(found({ received: 912 }, { earlier })).toEqual(['received warn.digitSwap']);
	});

	test('the same figures as the month before', () => {
		const copied: PastEntry[] = [{ ...usual, month: MONTH - 1 }];
		expect(found({}, { earlier: copied })).toEqual(['received warn.repeated']);
		expect(found({ online: 87 }, { earlier: copied })).toEqual([]);
		expect(found({}, { earlier: [{ ...usual, month: MONTH - 2 }] })).toEqual([]);
	});

	test('a base that jumps', () => {
		const before = months({ ...noParts, numerator: 900, denominator: 1000 });
		expect(entered(share, { numerator: 1800, denominator: 2000 }, before)).toEqual([
			'denominator warn.denominatorJump'
		]);
		expect(entered(share, { numerator: 1300, denominator: 1450 }, before)).toEqual([]);
	});
});

describe('figures one would not expect', () => {
	test('a change of more than half against the mean of the last six months', () => {
		expect(found({ received: 330 })).toEqual([]);
		expect(found({ received: 331 })).toEqual(['received warn.rose']);
		expect(found({ received: 109 })).toEqual(['received warn.fell']);
	});

	test('fewer than three months are nothing to go by', () => {
		expect(found({ received: 900 }, { earlier: months(usual, 2) })).toEqual([]);
	});

	test('a share within 24 hours below the limit of the KPI', () => {
		const slow = { bucket1: 9, bucket2: 70, bucket3: 111 };
		expect(found(slow)).toEqual(['bucket2 warn.lowShare']);
		expect(found({ bucket1: 10, bucket2: 70, bucket3: 110 }, { earlier: [] })).toEqual([]);
	});

	test('an exact median out of range, or that the groups contradict', () => {
		expect(found({ medianHours: 5 })).toEqual([]);
		expect(found({ medianHours: 80 })).toEqual(['medianHours warn.medianRange']);
		expect(found({ medianHours: 40 })).toEqual(['medianHours warn.medianBucket']);
	});

	test('open requests that do not follow from those of the month before', () => {
		const earlier = months({ ...usual, pending: 20 });
		expect(found({ pending: 29 }, { earlier })).toEqual([]);
		expect(found({ pending: 30 }, { earlier })).toEqual(['pending warn.stockBalance']);
	});

	test('a volume far from what the population makes one expect', () => {
		// Births of 16 in a thousand a year: 200 are a quarter of the births of 600,000 people.
		const births = (population: number) => expectedVolume('AKL', population, []);
		expect(Math.round(births(1_957_349)?.volume ?? 0)).toBe(2610);
		expect(found({}, { expectedVolume: births(601_000) })).toEqual(['completed warn.volume']);
		expect(found({}, { expectedVolume: births(599_000) })).toEqual([]);
		expect(found({}, { expectedVolume: births(37_400) })).toEqual(['completed warn.volume']);
		expect(found({}, { expectedVolume: births(37_600) })).toEqual([]);
		expect(expectedVolume('AKL', null, [])).toBe(null);
	});

	test('a volume far from the rate of similar regions, where births and deaths say nothing', () => {
		const peer = (population: number, ...volumes: number[]) => ({ population, volumes });
		const peers = [peer(100_000, 90, 110, 900), peer(200_000, 220), peer(50_000, 100)];
		// 1.1, 1.1 and 2 a month for a thousand residents.
		const expected = expectedVolume('KTP', 200_000, peers);
		expect(expected).toMatchObject({ population: 200_000, basis: 'peers', regions: 3 });
		expect(expected?.volume).toBeCloseTo(220);
		const at = (population: number) =>
			found({}, { expectedVolume: expectedVolume('KTP', population, peers) });
		expect(at(200_000)).toEqual([]);
		expect(at(730_000)).toEqual(['completed warn.volumePeers']);
		expect(expectedVolume('KTP', 200_000, peers.slice(1))).toBe(null);
		expect(expectedVolume('KTP', 200_000, [...peers.slice(1), peer(1000)])).toBe(null);
	});

	test('tells the numbers that a volume was judged by', () => {
		const [finding] = checkEntry({
			kpi: service,
			month: MONTH,
			entry: usual,
			earlier: months(usual),
			shareMin: 40,
			expectedVolume: expectedVolume('AKL', 1_957_349, [])
		});
		expect(finding?.values).toEqual({ expected: 2610, population: 1_957_349, rate: 1.33 });
	});

	test('a value far outside the months before, in their own spread', () => {
		const slow = { bucket1: 20, bucket2: 70, bucket3: 100 };
		expect(found(slow)).toEqual(['bucket2 warn.outlier']);
		const restless = months(usual).map((past, i) =>
			i % 2 === 0 ? past : { ...past, bucket1: 0, bucket2: 110, bucket3: 80 }
		);
		expect(found(slow, { earlier: restless })).toEqual([]);
	});

	test('a season that returns each year is none', () => {
		const before = months(usual, 36).map((past) =>
			past.month % 12 === MONTH % 12
				? { ...past, received: 310, completed: 300, bucket2: 220 }
				: past
		);
		const season = { received: 311, completed: 300, bucket2: 220 };
		expect(found(season, { earlier: before })).toEqual([]);
		const unseasonal = { received: 221, completed: 420, bucket2: 340 };
		expect(found(unseasonal, { earlier: months(usual, 12) })).toContain('completed warn.rose');
	});

	test('a score outside its usual range', () => {
		expect(entered(score, { value: 29 })).toEqual(['value warn.unusual']);
	});

	test('one field is asked about once, and only warnings ask for a note', () => {
		const findings = checkEntry({
			kpi: service,
			month: MONTH,
			entry: { ...usual, received: 400, bucket5: 3 },
			earlier: months(usual),
			shareMin: 40,
			expectedVolume: null
		});
		expect(findings.map(({ name, severity }) => `${name} ${severity}`)).toEqual([
			'bucketSum error',
			'changed warning'
		]);
		expect(needsNote(findings)).toBe(true);
		expect(needsNote(findings.slice(0, 1))).toBe(false);
	});
});

test('each check has a name of its own, in both languages', () => {
	const names = entryChecks.map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) {
		expect(id).toHaveProperty([`check.${name}`]);
		expect(en).toHaveProperty([`check.${name}`]);
	}
});

describe('what an entry says', () => {
	test('no cases is zeros, and not applicable is nothing', () => {
		expect(partsFor(service, 'no_cases', usual)).toMatchObject({ received: 0, bucket5: 0 });
		expect(partsFor(service, 'not_applicable', usual)).toEqual(noParts);
		expect(partsFor(service, 'figures', usual)).toBe(usual);
	});

	test('is read back from what is stored', () => {
		expect(presenceOf(service, usual)).toBe('figures');
		expect(presenceOf(service, partsFor(service, 'no_cases', usual))).toBe('no_cases');
		expect(presenceOf(service, { ...noParts, missingReason: 'not_applicable' })).toBe(
			'not_applicable'
		);
		expect(presenceOf(score, { ...noParts, value: 0 })).toBe('figures');
	});
});
