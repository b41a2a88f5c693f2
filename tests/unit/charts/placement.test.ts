import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beeswarm } from '#lib/charts/beeswarm.ts';
import { linePaths } from '#lib/charts/line-paths.ts';
import type { RegionMark } from '#lib/charts/model-regions.ts';
import { placeNames } from '#lib/charts/spread-names.ts';
import { measures } from '#lib/charts/svg-frame.ts';
import { textWidth } from '#lib/charts/text-width.ts';

test('dots at one place stack around the line, and lone ones lie on it', () => {
	const [first = NaN, second = NaN, lone = NaN] = beeswarm([100, 100, 300], 4, 50);
	expect(lone).toBe(0);
	expect(second - first).toBeGreaterThanOrEqual(8);
	expect(first + second).toBeCloseTo(0, 9);
});

test('a stack never leaves its room', () => {
	const places = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 300 });
	fc.assert(
		fc.property(places, (all) => {
			for (const offset of beeswarm(all, 3, 40)) expect(Math.abs(offset)).toBeLessThanOrEqual(40);
		})
	);
});

test('names over dots never overlap each other', () => {
	const size = measures(340);
	const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
		minLength: 1,
		maxLength: 8
	});
	fc.assert(
		fc.property(values, (all) => {
			const marks = all.map((value, i): RegionMark => {
				const name = `Kabupaten Nomor ${String(i)}`;
				return {
					id: String(i),
					name,
					shortName: name,
					value,
					text: `${value.toFixed(1)}%`,
					shortText: `${value.toFixed(1)}%`,
					slot: i,
					isOwn: i === 0,
					isSample: false,
					isProvisional: false
				};
			});
			const { names } = placeNames(marks, (value) => 14 + value * 3.12, size);
			for (const [i, one] of names.entries()) {
				const half = textWidth(one.text, size.fontSize, true) / 2;
				expect(one.middle - half).toBeGreaterThanOrEqual(0);
				expect(one.middle + half).toBeLessThanOrEqual(340);
				for (const other of names.slice(i + 1)) {
					if (Math.abs(one.y - other.y) > 1) continue;
					const apart = half + textWidth(other.text, size.fontSize, true) / 2;
					expect(Math.abs(one.middle - other.middle)).toBeGreaterThanOrEqual(apart);
				}
			}
		})
	);
});

test('a line has one stretch for each pair of neighbours that both have a value', () => {
	const point = fc.option(fc.record({ isProvisional: fc.boolean() }));
	fc.assert(
		fc.property(fc.array(point, { maxLength: 40 }), (all) => {
			const points = all.map((one, i) => one && { x: i, y: i, isProvisional: one.isProvisional });
			const { solid, dashed } = linePaths(points);
			const stretches = (d: string) => d.match(/L/g)?.length ?? 0;
			const pairs = points.filter((one, i) => one && points[i - 1]);
			expect(stretches(dashed)).toBe(pairs.filter((one) => one?.isProvisional).length);
			expect(stretches(solid) + stretches(dashed)).toBe(pairs.length);
		})
	);
});
