import { describe, expect, test } from 'vitest';
import { compareSearch, readCompareQuery, spanOf } from '#lib/benchmarks/compare-query.ts';

const read = (search: string) => readCompareQuery(new URLSearchParams(search));

describe('the address of a comparison', () => {
	test('holds the whole state and writes back the same', () => {
		const search =
			'?kpi=ADM-SLA-KTP&regions=36.71,36.03&group=kind:city&from=2025-01&to=2026-10&view=rolling12';
		const { query, problems } = read(search);
		expect(problems).toEqual([]);
		expect(compareSearch(query)).toBe(search);
	});

	test('holds several KPIs and every way to look', () => {
		for (const search of [
			'?kpi=ADM-SLA-KTP,ADM-SLA-KK&regions=36.71&view=difference&against=group',
			'?kpi=ADM-SLA-KTP&regions=36.71&view=index&base=2025-06',
			'?kpi=ADM-SLA-KTP&regions=36.03&view=year_ago&boundary=constant'
		]) {
			expect(compareSearch(read(search).query)).toBe(search);
		}
	});

	test('is the same whether checkboxes or a list say it', () => {
		const { query } = read('?kpi=A-1&kpi=B-2&regions=36.71&regions=36.03,32.71');
		expect(compareSearch(query)).toBe('?kpi=A-1,B-2&regions=36.71,36.03,32.71');
	});

	test('keeps six KPIs and says so', () => {
		const { query, problems } = read('?kpi=A-1,A-2,A-3,A-4,A-5,A-6,A-7');
		expect([query.kpi, ...query.moreKpis]).toHaveLength(6);
		expect(problems).toMatchObject([{ key: 'compare.problem.too_many_kpis' }]);
	});

	test('forgets what another way to look has no use for', () => {
		const { query } = read('?view=value&against=group&base=2025-06&boundary=elsewhere');
		expect(compareSearch(query)).toBe('');
	});

	test('leaves defaults out', () => {
		expect(compareSearch(read('?view=value&regions=&group=').query)).toBe('');
	});

	test('adds a region typed as the list shows it, and takes one out', () => {
		const { query } = read('?regions=36.71,36.03&add=Kota+Bogor+(32.71)&remove=36.03');
		expect(query.regions).toEqual(['36.71', '32.71']);
	});

	test('keeps eight regions and says so', () => {
		const codes = Array.from({ length: 9 }, (_, i) => `32.0${String(i + 1)}`).join(',');
		const { query, problems } = read(`?regions=${codes}`);
		expect(query.regions).toHaveLength(8);
		expect(problems).toMatchObject([{ key: 'compare.problem.too_many' }]);
	});

	test.each([
		['?regions=bogor', 'compare.problem.region'],
		['?add=Kota+Bogor', 'compare.problem.region'],
		['?group=kind:village', 'compare.problem.group'],
		['?from=2026-13', 'compare.problem.period'],
		['?from=2026-10&to=2026-01', 'compare.problem.period'],
		['?from=2000-01&to=2026-01', 'compare.problem.period']
	])('%s shows the rest and says what could not be used', (search, key) => {
		expect(read(search).problems).toMatchObject([{ key }]);
	});
});

describe('the months of a comparison', () => {
	test('are two years up to the newest unless asked otherwise', () => {
		expect(spanOf({}, '2026-10')).toEqual({ from: '2024-11', to: '2026-10' });
		expect(spanOf({ from: '2026-01' }, '2026-10')).toEqual({ from: '2026-01', to: '2026-10' });
		expect(spanOf({ to: '2025-12' }, '2026-10')).toEqual({ from: '2024-01', to: '2025-12' });
	});

	test('never span more than ten years', () => {
		expect(spanOf({ from: '1999-01' }, '2026-10').from).toBe('2016-11');
	});
});
