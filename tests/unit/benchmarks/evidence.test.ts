import { describe, expect, test } from 'vitest';
import { gradeEvidence } from '#lib/benchmarks/evidence.ts';
import { createRandom } from '#lib/benchmarks/statistics/random.ts';
import en from '#lib/i18n/messages/en.json' with { type: 'json' };
import id from '#lib/i18n/messages/id.json' with { type: 'json' };

const LAUNCH = 24;
const MONTHS = 42;

/** A season that all share, chance of one unit, and a change from the launch on. */
function series(seed: number, change = 0, slope = 0): number[] {
	const random = createRandom(seed);
	return Array.from({ length: MONTHS }, (_, i) => {
		const season = 3 * Math.sin((2 * Math.PI * i) / 12);
		return 80 + season + random.normal() + slope * i + (i >= LAUNCH ? change : 0);
	});
}

const peers = Array.from({ length: 20 }, (_, i) => series(i + 1));
const points = (values: readonly (number | null)[]) => values.map((value) => ({ value }));
const grade = (treated: readonly (number | null)[], others = peers) =>
	gradeEvidence({ direction: 'higher', treated: points(treated), peers: others, launch: LAUNCH });

describe('the evidence of a change after a launch', () => {
	test('is strong when only this region changed, and lastingly', () => {
		const evidence = grade(series(99, 8));
		expect(evidence).toMatchObject({ grade: 'A', isPreTrendFree: true, hasSignalAfter: true });
		expect(evidence.did?.att).toBeCloseTo(8, 0);
		expect(evidence.interval?.low).toBeLessThan(8);
		expect(evidence.interval?.high).toBeGreaterThan(8);
		expect(evidence.did?.placeboP).toBeCloseTo(1 / 21);
	});

	test('is none when everybody changed alike', () => {
		const others = peers.map((_, i) => series(i + 1, 8));
		expect(grade(series(99, 8), others).grade).toBe('C');
	});

	test('is none when the region was moving before', () => {
		const evidence = grade(series(99, 0, 0.5));
		expect(evidence).toMatchObject({ grade: 'C', isPreTrendFree: false });
	});

	test('is not strong on patchy data', () => {
		const patchy = series(99, 8).map((value, i) => (i % 4 === 1 ? null : value));
		expect(grade(patchy).grade).toBe('B');
	});

	test('cannot be judged with few months or few peers, and provisional months do not count', () => {
		expect(grade(series(99, 8).slice(0, LAUNCH + 5))).toMatchObject({
			grade: 'D',
			reason: 'too_few_months'
		});
		expect(grade(series(99, 8), peers.slice(0, 5))).toMatchObject({ reason: 'too_few_peers' });
		const provisional = series(99, 8).map((value, i) => ({ value, isProvisional: i > LAUNCH + 4 }));
		expect(
			gradeEvidence({ direction: 'higher', treated: provisional, peers, launch: LAUNCH }).grade
		).toBe('D');
	});
});

test.each([
	['id', id as Record<string, string>, /menyebabkan|akibat dari|karena inovasi|berkat/i],
	['en', en as Record<string, string>, /\bcaused|because of|due to|thanks to/i]
])('no text on evidence in %s speaks of a cause', (_locale, messages, cause) => {
	const texts = Object.entries(messages).filter(([key]) => key.startsWith('evidence.'));
	expect(texts.length).toBeGreaterThan(20);
	expect(texts.filter(([, text]) => cause.test(text))).toEqual([]);
});
