import { expect, test } from 'vitest';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { fourRegions, manyRegions, percentContext } from './fixtures.ts';

const heading = { title: 'Judul', subtitle: 'Oktober 2026' };
const ranking = rankingModel({ ...heading, regions: fourRegions }, percentContext());

test('rows go from the best down, then those without a rank; those without a value are not drawn', () => {
	expect(ranking.rows.map(({ id, rankText }) => `${rankText} ${id}`)).toEqual([
		'1 b',
		'2 a',
		'3 c',
		'– f',
		'– d'
	]);
	expect(ranking.table.rows.map(({ header }) => header)).toContain('Kota E');
});

test('the table holds every region with its value or the reason, and the rank with its interval', () => {
	expect(ranking.table.columns).toEqual(['Daerah', 'Peringkat', 'Nilai']);
	const row = (name: string) => ranking.table.rows.find(({ header }) => header === name)?.cells;
	expect(row('Kabupaten C')).toMatchObject([
		{ text: '3', detail: 'antara 2 dan 4' },
		{ text: '71,3%', detail: '57 dari 80' }
	]);
	expect(row('Kota E')).toMatchObject([
		{ text: '–', detail: 'tidak diperingkat' },
		{ text: 'terlambat dilaporkan', missing: 'late' }
	]);
});

test('quartiles leave provisional values out', () => {
	expect(ranking.references.map(({ name }) => name)).toEqual([
		'Persentil 25',
		'Median',
		'Persentil 75'
	]);
	const three = rankingModel({ ...heading, regions: fourRegions.slice(0, 3) }, percentContext());
	expect(three.references).toEqual([]);
});

test('when lower is better the smallest value comes first', () => {
	const lower = percentContext('id', { direction: 'lower' });
	const regions = manyRegions(3).map((region) => ({ ...region, rank: null }));
	expect(rankingModel({ ...heading, regions }, lower).rows.map(({ id }) => id)).toEqual([
		'r2',
		'r1',
		'r0'
	]);
});

test('sixty rows are drawn whole; of more the ends and the highlighted with their neighbours', () => {
	const rows = (count: number) => {
		const regions = manyRegions(count).map((one) => ({ ...one, isOwn: one.id === 'r50' }));
		return rankingModel({ ...heading, regions }, percentContext());
	};
	expect(rows(60).rows).toHaveLength(60);
	const long = rows(100);
	expect(long.rows.map(({ rank }) => rank)).toEqual([
		...Array.from({ length: 20 }, (_, i) => i + 1),
		49,
		50,
		51,
		52,
		53,
		96,
		97,
		98,
		99,
		100
	]);
	expect(long.rows.filter(({ skippedBefore }) => skippedBefore > 0)).toMatchObject([
		{ rank: 49, skippedBefore: 28 },
		{ rank: 96, skippedBefore: 42 }
	]);
	expect(long.skippedTexts[28]).toBe('… 28 daerah lainnya …');
	expect(long.table.rows).toHaveLength(100);
	expect(long.records).toHaveLength(100);
});

test('at most eight regions are highlighted, the own one among them', () => {
	const regions = manyRegions(20).map((one, i) => ({
		...one,
		isSelected: i < 15,
		isOwn: i === 19
	}));
	const { marks } = spreadModel({ ...heading, regions }, percentContext());
	const slots = marks.flatMap(({ slot }) => (slot === null ? [] : [slot]));
	expect(slots.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
	expect(marks.find(({ isOwn }) => isOwn)?.slot).toBe(0);
});

test('a spread holds a mark for each region with a value', () => {
	const spread = spreadModel({ ...heading, regions: fourRegions }, percentContext());
	expect(spread.marks.map(({ id }) => id)).toEqual(['f', 'b', 'a', 'c', 'd']);
	expect(spread.middleText).toBe('separuh daerah: 71,3%–96,5%, median 90,0%');
	expect(spread.table.rows).toHaveLength(6);
});
