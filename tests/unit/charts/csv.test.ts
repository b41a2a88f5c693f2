import { expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { fourRegions, percentContext, trendInput, trendRegion } from './fixtures.ts';

test('a trend is one observation a line, unrounded, with the reason where there is none', () => {
	const rows = parseCsv(chartCsv(trendModel(trendInput, percentContext())));
	expect(rows).toHaveLength(28);
	expect(rows[0]).toEqual({
		month: '2025-09',
		region: 'Nabire',
		name: 'Kabupaten Nabire',
		value: '61.24',
		numerator: '',
		denominator: '',
		provisional: '0',
		sample: '0',
		missing_reason: ''
	});
	expect(rows[4]).toMatchObject({ month: '2026-01', value: '', missing_reason: 'late' });
	expect(rows[13]).toMatchObject({ value: '86.25', numerator: '69', provisional: '1' });
});

test('a ranking holds every region, also those that are not drawn', () => {
	const csv = chartCsv(
		rankingModel({ title: 'T', subtitle: 'S', regions: fourRegions }, percentContext())
	);
	expect(parseCsv(csv).map(({ region, rank, value }) => [region, rank, value])).toEqual([
		['b', '1', '96.5'],
		['a', '2', '90.04'],
		['c', '3', '71.25'],
		['f', '', '99'],
		['d', '', '55'],
		['e', '', '']
	]);
});

test('quotes and commas survive, and a name cannot become a formula', () => {
	const regions = ['=HYPERLINK("http://x")', '+1', '-2+3', '@cmd', 'Kota "A", B'].map(
		(name, i) => ({
			...trendRegion(String(i), '2026-10', [-5]),
			name
		})
	);
	const csv = chartCsv(
		trendModel(
			{ ...trendInput, from: '2026-10', regions },
			percentContext('id', { range: undefined })
		)
	);
	expect(parseCsv(csv).map(({ name }) => name)).toEqual([
		`'=HYPERLINK("http://x")`,
		`'+1`,
		`'-2+3`,
		`'@cmd`,
		'Kota "A", B'
	]);
	expect(parseCsv(csv)[0]?.['value']).toBe('-5');
	expect(csv.split('\r\n')).toHaveLength(7);
});
