import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutLabels } from '#lib/charts/label-layout.ts';
import { fitText, textWidth, wrapText } from '#lib/charts/text-width.ts';

test('labels with room stay where they want to be', () => {
	expect(layoutLabels([20, 60], [10, 10], 0, 100)).toEqual([20, 60]);
});

test('labels that touch part around their middle', () => {
	expect(layoutLabels([50, 50], [10, 10], 0, 100)).toEqual([45, 55]);
	expect(layoutLabels([50, 52, 54], [10, 10, 10], 0, 100)).toEqual([42, 52, 62]);
});

test('labels stay within the bounds', () => {
	expect(layoutLabels([0, 99], [10, 10], 0, 100)).toEqual([5, 95]);
});

test('no label overlaps another or leaves the bounds, and their order is kept', () => {
	const wanted = fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 12 });
	fc.assert(
		fc.property(wanted, (places) => {
			const middles = layoutLabels(
				places,
				places.map(() => 15),
				0,
				200
			);
			const order = places.map((_, i) => i).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
			for (const [rank, i] of order.entries()) {
				const middle = middles[i] ?? NaN;
				expect(middle).toBeGreaterThanOrEqual(7.5 - 1e-6);
				expect(middle).toBeLessThanOrEqual(192.5 + 1e-6);
				const before = order[rank - 1];
				if (before === undefined) continue;
				expect(middle - (middles[before] ?? NaN)).toBeGreaterThanOrEqual(15 - 1e-6);
			}
		})
	);
});

test('too many labels share the room', () => {
	const middles = layoutLabels([10, 10, 10], [20, 20, 20], 0, 30);
	expect(middles).toEqual([5, 15, 25]);
});

test('a text is shortened until it fits', () => {
	expect(fitText('Kabupaten Nabire', 500, 12)).toBe('Kabupaten Nabire');
	expect(fitText('Kabupaten Kepulauan Yapen', 100, 12)).toMatch(/^Kabupaten.*…$/);
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 20, max: 200 }), (text, width) => {
			expect(textWidth(fitText(text, width, 12), 12)).toBeLessThanOrEqual(width);
		})
	);
});

test('a text is wrapped into lines that fit and lose no word', () => {
	const lines = wrapText('Bidang abu-abu: separuh dari dua belas daerah sebanding', 120, 12);
	expect(lines.length).toBeGreaterThan(1);
	expect(lines.join(' ')).toBe('Bidang abu-abu: separuh dari dua belas daerah sebanding');
	expect(lines.every((line) => textWidth(line, 12) <= 120)).toBe(true);
});
