import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { summarise } from '#lib/benchmarks/benchmark-rows.ts';
import type { DefinedKpi } from '#lib/benchmarks/defined-kpi.ts';
import { rankMonth, type RankingFigure } from '#lib/benchmarks/ranking.ts';
import type { RegionSeries, SeriesCell } from '#lib/benchmarks/series.ts';
import RankSummary from './RankSummaryOnPage.svelte';

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

const cell = (month: string, value: number | null): SeriesCell => ({
	month,
	value,
	numerator: null,
	denominator: null,
	missing: value === null ? 'late' : null,
	isProvisional: false,
	isSample: true
});

async function given(
	october: number | null,
	cells: readonly SeriesCell[]
): Promise<ComponentProps<typeof RankSummary>> {
	const figure: RankingFigure = {
		code: '36.71',
		name: 'Kota Tangerang',
		value: october,
		numerator: null,
		denominator: null,
		missing: october === null ? 'late' : null,
		isProvisional: false,
		isSample: false
	};
	return {
		ranking: {
			kpi,
			month: '2026-10',
			group: 'kind:city',
			groupLabel: { key: 'benchmark.group.city', name: '' },
			summary: summarise([]),
			...(await rankMonth(kpi, [figure], () => Promise.resolve([])))
		},
		regions: [{ code: '36.71', name: 'Kota Tangerang' }],
		series: [{ region: { code: '36.71', name: 'Kota Tangerang' }, cells }] as RegionSeries[]
	};
}

test('a region that is late shows its last published figure with the month and the sample mark', async () => {
	await render(
		RankSummary,
		await given(null, [
			cell('2026-08', 81),
			cell('2026-09', 84.25),
			cell('2026-10', null),
			cell('2026-11', 99)
		])
	);
	await expect
		.element(page.getByText('Nilai terakhir yang terbit: 84,3% (September 2026).'))
		.toBeVisible();
	await expect.element(page.getByText('Data contoh')).toBeVisible();
});

test('a region with a figure, or with none before, shows nothing of the kind', async () => {
	const screen = await render(RankSummary, await given(90, [cell('2026-09', 84)]));
	await expect.element(page.getByText('90,0%')).toBeVisible();
	expect(screen.container.textContent).not.toContain('Nilai terakhir');
	await screen.rerender(await given(null, [cell('2026-10', null)]));
	expect(screen.container.textContent).not.toContain('Nilai terakhir');
});
