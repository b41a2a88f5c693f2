import { expect, test } from 'vitest';
import { trendModel } from '#lib/charts/trend-model.ts';
import { percentContext, trendInput, trendRegion } from './fixtures.ts';

const model = trendModel(trendInput, percentContext());

test('every month of the period is there, with or without data', () => {
	expect(model.months).toHaveLength(14);
	expect(model.months.map(({ month }) => month)).toContain('2026-02');
	expect(model.series.every(({ points }) => points.length === 14)).toBe(true);
});

test('a missing month keeps its reason, and an unknown one says so', () => {
	const own = model.series[0];
	expect(own?.points[4]).toMatchObject({
		value: null,
		missing: 'late',
		text: 'terlambat dilaporkan'
	});
	expect(own?.points[5]).toMatchObject({ value: null, missing: 'no_data', text: 'tidak ada data' });
});

test('values are told in the language of the reader, with the cases behind them', () => {
	expect(model.series[0]?.points.at(-1)).toMatchObject({
		text: '86,3% (sementara)',
		detail: '69 dari 80',
		value: 86.25
	});
	const english = trendModel(trendInput, percentContext('en'));
	expect(english.series[0]?.points.at(-1)?.text).toBe('86.3% (provisional)');
});

test('the own region has slot 0, whatever its place, and the others 1 to 7', () => {
	const regions = [
		trendRegion('x', '2026-01', [1]),
		trendRegion('y', '2026-01', [2]),
		{ ...trendRegion('z', '2026-01', [3]), isOwn: true }
	];
	const { series } = trendModel({ ...trendInput, regions }, percentContext());
	expect(series.map(({ id, slot }) => [id, slot])).toEqual([
		['z', 0],
		['x', 1],
		['y', 2]
	]);
});

test('at most eight regions are drawn, the own one always, and it says how many are not', () => {
	const strangers = Array.from({ length: 10 }, (_, i) =>
		trendRegion(`s${String(i)}`, '2026-01', [50 + i])
	);
	const own = { ...trendRegion('own', '2026-01', [70]), isOwn: true };
	const full = trendModel({ ...trendInput, regions: [...strangers, own] }, percentContext());
	expect(full.series).toHaveLength(8);
	expect(full.series[0]?.id).toBe('own');
	expect(new Set(full.series.map(({ slot }) => slot)).size).toBe(8);
	expect(full.notes).toContain('3 daerah lainnya tidak digambar.');
});

test('a chart with invented figures is marked, and in mixed company each line is', () => {
	const sample = { ...trendRegion('contoh', '2026-01', [50]), isSample: true };
	const real = trendRegion('nyata', '2026-01', [60]);
	const alone = trendModel({ ...trendInput, regions: [sample] }, percentContext());
	expect(alone.sampleMark).toBe('Data contoh');
	expect(alone.series[0]?.name).toBe('Kabupaten contoh');
	const mixed = trendModel({ ...trendInput, regions: [sample, real] }, percentContext());
	expect(mixed.series.map(({ name }) => name)).toEqual([
		'Kabupaten contoh (contoh)',
		'Kabupaten nyata'
	]);
	expect(trendModel({ ...trendInput, regions: [real] }, percentContext()).sampleMark).toBe('');
});

test('the notes explain only what is there', () => {
	expect(model.notes).toHaveLength(4);
	const plain = trendModel(
		{
			...trendInput,
			regions: [trendRegion('a', '2025-09', [0, 50])],
			peers: null,
			target: null,
			events: []
		},
		percentContext()
	);
	expect(plain.notes).toEqual([]);
});

test('events are numbered by time, and those outside the period are left out', () => {
	const { events } = trendModel(
		{
			...trendInput,
			events: [
				{ month: '2026-05', label: 'Kedua' },
				{ month: '2025-10', label: 'Pertama' },
				{ month: '2020-01', label: 'Dulu' }
			]
		},
		percentContext()
	);
	expect(events.map(({ number, label }) => `${String(number)} ${label}`)).toEqual([
		'1 Pertama',
		'2 Kedua'
	]);
});

test('a chart without any value has an axis, a sentence and a table', () => {
	const empty = trendModel({ ...trendInput, regions: [], peers: null }, percentContext());
	expect(empty.sentence).toBe('Belum ada data pada periode ini.');
	expect(empty.table.rows).toHaveLength(14);
	expect(empty.y.max).toBeGreaterThan(empty.y.min);
});

test('which side is better is said, except where neither is', () => {
	expect(model.directionNote).toContain('makin tinggi makin baik');
	const neutral = percentContext('id', { direction: 'neutral' });
	expect(trendModel(trendInput, neutral).directionNote).toBe('');
});
