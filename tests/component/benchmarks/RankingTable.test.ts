import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import { summarise } from '#lib/benchmarks/benchmark-rows.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { rankMonth, type RankingFigure } from '#lib/benchmarks/ranking.ts';
import RankingTable from './RankingTableOnPage.svelte';

const kpi = {
	nameId: 'Selesai dalam 24 jam',
	nameEn: 'Finished in 24 hours',
	unit: 'percent',
	kind: 'proportion',
	derivation: 'turnaround',
	direction: 'higher',
	decimals: 1,
	hardMin: 0,
	hardMax: 100
} as DefinedKpi;

async function given(pageNumber: number): Promise<ComponentProps<typeof RankingTable>> {
	const figures = Array.from({ length: 60 }, (_, i): RankingFigure => ({
		code: `r${String(i + 1)}`,
		name: `Kota ${String(i + 1)}`,
		value: i === 59 ? null : 99 - i,
		numerator: i === 59 ? null : 99 - i,
		denominator: i === 59 ? null : i === 1 ? 20 : 100,
		missing: i === 59 ? 'late' : null,
		isProvisional: i === 2,
		isSample: true
	}));
	return {
		ranking: {
			kpi,
			month: '2026-10',
			group: 'kind:city',
			groupLabel: { key: 'benchmark.group.city', name: '' },
			summary: summarise([]),
			...(await rankMonth(kpi, figures, () => Promise.resolve([])))
		},
		page: pageNumber,
		isOpen: true,
		highlighted: ['r4'],
		pageHref: (number) => `?page=${String(number)}`,
		csvHref: '/x.csv'
	};
}

function rowText(name: string): string {
	const rows = [...document.querySelectorAll('tbody tr')];
	return rows.find((row) => row.querySelector('th')?.textContent === name)?.textContent ?? '';
}

test('fifty regions stand on a page, with links to the others', async () => {
	const { rerender } = await render(RankingTable, await given(1));
	expect(document.querySelectorAll('tbody tr')).toHaveLength(50);
	await expect
		.element(page.getByRole('link', { name: /Berikutnya/ }))
		.toHaveAttribute('href', '?page=2');
	await rerender(await given(2));
	expect(document.querySelectorAll('tbody tr')).toHaveLength(10);
	expect(rowText('Kota 60')).toContain('terlambat dilaporkan');
});

test('each row says what to know about its figure, in words', async () => {
	await render(RankingTable, await given(1));
	expect(rowText('Kota 1')).toContain('Data contoh');
	expect(rowText('Kota 2')).toContain('kurang dari 30');
	expect(document.querySelector('tr.highlighted th')?.textContent).toBe('Kota 4');
});
