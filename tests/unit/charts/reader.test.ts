import { expect, test } from 'vitest';
import { latestPosition, moveReading, readingLines } from '#lib/charts/reader.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { percentContext, trendInput } from './fixtures.ts';

const model = trendModel(trendInput, percentContext());

test('all regions of a month are read, or one of them', () => {
	expect(readingLines(model, 13, null)).toEqual([
		'Kabupaten Nabire: 86,3% (sementara) (69 dari 80)',
		'Kabupaten Mimika: 78,4%'
	]);
	expect(readingLines(model, 4, 0)).toEqual(['Kabupaten Nabire: terlambat dilaporkan']);
	expect(readingLines(model, 99, 0)).toEqual(['']);
});

test('left and right go by month, up and down by region, and both stop at the ends', () => {
	const go = (position: number, series: number | null, key: string) => {
		const next = moveReading(model, { position, series }, key);
		return next && [next.position, next.series];
	};
	expect([go(5, null, 'ArrowLeft'), go(0, null, 'ArrowLeft')]).toEqual([
		[4, null],
		[0, null]
	]);
	expect([go(5, 1, 'ArrowRight'), go(13, 1, 'ArrowRight')]).toEqual([
		[6, 1],
		[13, 1]
	]);
	expect([go(5, null, 'Home'), go(5, null, 'End')]).toEqual([
		[0, null],
		[13, null]
	]);
	expect([go(5, null, 'ArrowDown'), go(5, 0, 'ArrowDown'), go(5, 1, 'ArrowDown')]).toEqual([
		[5, 0],
		[5, 1],
		[5, 1]
	]);
	expect([go(5, 1, 'ArrowUp'), go(5, 0, 'ArrowUp'), go(5, null, 'ArrowUp')]).toEqual([
		[5, 0],
		[5, null],
		[5, null]
	]);
});

test('Esc goes back to all regions, and other keys are left to the browser', () => {
	expect(moveReading(model, { position: 5, series: 1 }, 'Escape')).toEqual({
		position: 5,
		series: null
	});
	expect(moveReading(model, { position: 5, series: null }, 'Escape')).toBeNull();
	expect(moveReading(model, { position: 5, series: null }, 'Tab')).toBeNull();
});

test('reading starts at the latest month with data', () => {
	expect(latestPosition(model)).toBe(13);
	const empty = trendModel({ ...trendInput, regions: [] }, percentContext());
	expect(latestPosition(empty)).toBe(0);
});
