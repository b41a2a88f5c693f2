import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ContextProfile, ContextVariable } from '#lib/benchmarks/statistics/context-scale.ts';
import { findNeighbours } from '#lib/benchmarks/statistics/neighbours.ts';

const variables: ContextVariable[] = [
	{ key: 'districts', kind: 'number', transform: 'log', weight: 1 },
	{ key: 'urbanShare', kind: 'number', transform: 'logit', weight: 1 },
	{ key: 'kind', kind: 'category', weight: 1 }
];

const region = (
	id: string,
	districts: number | null,
	urbanShare: number | null,
	kind: string | null
): ContextProfile => ({ id, values: { districts, urbanShare, kind } });

const regions = [
	region('small-a', 5, 0.1, 'kabupaten'),
	region('small-b', 6, 0.12, 'kabupaten'),
	region('middle', 15, 0.3, 'kabupaten'),
	region('large', 40, 0.4, 'kabupaten'),
	region('city', 6, 0.95, 'kota')
];

test('the nearest region is the most alike in context', () => {
	const neighbours = findNeighbours(regions, variables, 1);
	const nearest = (id: string) => neighbours.get(id)?.map((neighbour) => neighbour.id);
	expect([nearest('small-a'), nearest('small-b'), nearest('large')]).toEqual([
		['small-b'],
		['small-a'],
		['middle']
	]);
	expect(neighbours.get('small-a')?.[0]?.similarity).toBe(90);
});

test('it says which variables differ, with both values, the largest first', () => {
	const [first] = (findNeighbours(regions, variables, 4).get('small-b') ?? []).filter(
		({ id }) => id === 'city'
	);
	expect(first?.differences[0]).toMatchObject({ key: 'urbanShare', own: 0.12, other: 0.95 });
	expect(first?.differences.map(({ key }) => key)).toEqual(['urbanShare', 'kind']);
	expect(first?.differences.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
});

test('regions that share too few variables are no neighbours', () => {
	const unknown = region('unknown', 6, null, null);
	const neighbours = findNeighbours([...regions, unknown], variables);
	expect(neighbours.get('unknown')).toEqual([]);
	expect(neighbours.get('small-a')?.map(({ id }) => id)).not.toContain('unknown');
});

test('one missing variable is left out and not taken for the mean', () => {
	const light: ContextVariable[] = variables.map((variable) =>
		variable.key === 'kind' ? { ...variable, weight: 0.5 } : variable
	);
	const partly = region('partly', 5, 0.1, null);
	const neighbours = findNeighbours([...regions, partly], light, 1);
	expect(neighbours.get('partly')).toMatchObject([{ id: 'small-a', distance: 0 }]);
});

test('where most regions are equal the standard deviation stands in for the MAD', () => {
	const islands: ContextVariable[] = [
		{ key: 'islands', kind: 'number', transform: 'log1p', weight: 1 }
	];
	const profiles = [0, 0, 0, 0, 3, 400].map((count, i) => ({
		id: String(i),
		values: { islands: count }
	}));
	const neighbours = findNeighbours(profiles, islands, 5);
	expect(neighbours.get('5')?.[0]?.id).toBe('4');
	expect(
		neighbours
			.get('0')
			?.map(({ distance }) => distance)
			.every(Number.isFinite)
	).toBe(true);
});

test('distances are symmetric, ordered, and never to the region itself', () => {
	const profile = fc.record({
		districts: fc.option(fc.integer({ min: 1, max: 60 })),
		urbanShare: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
		kind: fc.constantFrom('kota', 'kabupaten')
	});
	fc.assert(
		fc.property(fc.array(profile, { maxLength: 12 }), (all) => {
			const profiles = all.map((values, i) => ({ id: String(i), values }));
			const neighbours = findNeighbours(profiles, variables, profiles.length);
			for (const [id, list] of neighbours) {
				const distances = list.map(({ distance }) => distance);
				expect(distances).toEqual(distances.toSorted((a, b) => a - b));
				for (const { id: other, distance } of list) {
					expect(other).not.toBe(id);
					const back = neighbours.get(other)?.find((one) => one.id === id);
					expect(back?.distance).toBe(distance);
				}
			}
		})
	);
});
