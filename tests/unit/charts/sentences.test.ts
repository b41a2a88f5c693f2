import { expect, test } from 'vitest';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { trendModel, type TrendRegion } from '#lib/charts/trend-model.ts';
import { fourRegions, percentContext, trendInput, trendRegion } from './fixtures.ts';

const heading = { title: 'Judul', subtitle: 'Oktober 2026' };
const bare = { ...trendInput, peers: null, target: null, events: [] };

const sentenceOf = (regions: TrendRegion[], locale: 'id' | 'en' = 'id') =>
	trendModel({ ...bare, regions }, percentContext(locale)).sentence;

test('a trend says the own value, its change since last year, the extremes and the median', () => {
	expect(trendModel(trendInput, percentContext()).sentence).toBe(
		'Kabupaten Nabire: 86,3% (sementara) pada Oktober 2026, naik 24,3 poin persen dari Oktober 2025; ' +
			'tertinggi Kabupaten Nabire (86,3%), terendah Kabupaten Mimika (78,4%); ' +
			'median 12 daerah sebanding 76,5%. Ditandai pada sumbu waktu: Maret 2026, Loket sabtu dibuka.'
	);
	expect(trendModel(trendInput, percentContext('en')).sentence).toBe(
		'Kabupaten Nabire: 86.3% (provisional) in October 2026, up 24.3 percentage points from October 2025; ' +
			'highest Kabupaten Nabire (86.3%), lowest Kabupaten Mimika (78.4%); ' +
			'median of 12 daerah sebanding 76.5%. Marked on the time axis: March 2026, Loket sabtu dibuka.'
	);
});

test('the change is the difference of the rounded values, which the reader can check', () => {
	const own = trendRegion('X', '2025-09', [
		61.24,
		...Array.from({ length: 11 }, () => null),
		65.06
	]);
	expect(sentenceOf([own])).toBe(
		'Kabupaten X: 65,1% pada September 2026, naik 3,9 poin persen dari September 2025.'
	);
});

test('a fall, no change and no year to compare with have their own words', () => {
	const year = (first: number | null, last: number) =>
		sentenceOf([
			trendRegion('X', '2025-10', [first, ...Array.from({ length: 11 }, () => null), last])
		]);
	expect(year(70, 65)).toContain('turun 5,0 poin persen dari Oktober 2025');
	expect(year(65.01, 65)).toContain('sama dengan Oktober 2025');
	expect(year(null, 65)).toBe('Kabupaten X: 65,0% pada Oktober 2026.');
});

test('several regions without an own one are compared in their latest month', () => {
	expect(
		sentenceOf([trendRegion('A', '2026-08', [10, 20]), trendRegion('B', '2026-08', [50, 30])])
	).toBe('Pada September 2026 tertinggi Kabupaten B (30,0%), terendah Kabupaten A (20,0%).');
});

test('a ranking says who is best and where the own region stands, with its interval', () => {
	expect(rankingModel({ ...heading, regions: fourRegions }, percentContext()).sentence).toBe(
		'Dari 5 daerah, yang terbaik Kota B (96,5%); Kabupaten C peringkat 3, antara 2 dan 4 (71,3%).'
	);
	expect(rankingModel({ ...heading, regions: fourRegions }, percentContext('en')).sentence).toBe(
		'Of 5 regions, Kota B is best (96.5%); Kabupaten C ranks 3, between 2 and 4 (71.3%).'
	);
});

test('an own region without rank or value is told why', () => {
	const own = (id: string) =>
		rankingModel(
			{ ...heading, regions: fourRegions.map((one) => ({ ...one, isOwn: one.id === id })) },
			percentContext()
		).sentence;
	expect(own('d')).toContain('Kabupaten D tidak diperingkat (55,0%)');
	expect(own('e')).toContain('Kota E: terlambat dilaporkan');
});

test('a neutral KPI has a highest region and no best one', () => {
	const neutral = percentContext('id', { direction: 'neutral' });
	expect(rankingModel({ ...heading, regions: fourRegions }, neutral).sentence).toContain(
		'yang tertinggi Kota B'
	);
});

test('a spread says where the middle half lies and on which side of the median the own region is', () => {
	expect(spreadModel({ ...heading, regions: fourRegions }, percentContext()).sentence).toBe(
		'Separuh dari 5 daerah berada antara 71,3% dan 96,5%, dengan median 90,0%; ' +
			'Kabupaten C di bawah median (71,3%).'
	);
});

test('nothing to tell is told', () => {
	const empty = { ...heading, regions: [] };
	expect(rankingModel(empty, percentContext()).sentence).toBe('Belum ada data pada periode ini.');
	expect(spreadModel(empty, percentContext('en')).sentence).toBe(
		'There are no data for this period yet.'
	);
});

test('without an own region the newest month that two have is told, and a band alone its median', () => {
	const two = [
		trendRegion('A', '2025-09', [60, 61, null]),
		trendRegion('B', '2025-09', [70, 72, 75])
	];
	const given = { ...trendInput, peers: null, target: null, events: [], to: '2025-11' };
	expect(trendModel({ ...given, regions: two }, percentContext()).sentence).toBe(
		'Pada Oktober 2025 tertinggi Kabupaten B (72,0%), terendah Kabupaten A (61,0%).'
	);
	const band = trendModel({ ...trendInput, regions: [], events: [] }, percentContext());
	expect(band.sentence).toBe('Median 12 daerah sebanding: 76,5% pada Oktober 2026.');
});
