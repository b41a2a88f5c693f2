import { Chart } from 'chart.js';
import type { ComponentProps } from 'svelte';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { fourRegions, percentContext, trendInput } from '#tests/unit/charts/fixtures.ts';
import ChartFigure from './ChartFigureOnPage.svelte';

const trend = trendModel(trendInput, percentContext());
const ranking = rankingModel(
	{ title: 'Peringkat', subtitle: '', regions: fourRegions },
	percentContext()
);

async function show(given: ComponentProps<typeof ChartFigure>) {
	return render(ChartFigure, given);
}

function drawnCharts(): number {
	return Object.keys(Chart.instances).length;
}

test('a figure has its heading, sentence, picture and table', async () => {
	await show({ model: ranking });
	await expect.element(page.getByRole('figure', { name: 'Peringkat' })).toBeInTheDocument();
	await expect.element(page.getByRole('heading', { level: 2, name: 'Peringkat' })).toBeVisible();
	await expect
		.element(page.getByRole('paragraph').filter({ hasText: ranking.sentence }))
		.toBeVisible();
	const picture = page.getByRole('img', { name: /^Peringkat/ });
	expect(picture.elements()).toHaveLength(1);
	expect(document.querySelectorAll('details table tbody tr')).toHaveLength(6);
});

test('invented figures carry the mark of sample data', async () => {
	await show({ model: { ...ranking, sampleMark: 'Data contoh' } });
	await expect.element(page.getByText('Data contoh')).toBeVisible();
});

test('downloads are links that are offered only where there is something to get', async () => {
	await show({ model: ranking, csvHref: '/kpis/x.csv' });
	const link = page.getByRole('link', { name: 'Unduh data (CSV)' });
	await expect.element(link).toHaveAttribute('href', '/kpis/x.csv');
	expect(page.getByRole('link', { name: 'Unduh gambar (SVG)' }).elements()).toHaveLength(0);
});

test('a chart is embedded by code that says its address, title and language', async () => {
	await show({ model: { ...ranking, title: 'A & "B"' }, embedHref: '/embed/kpis/X?regions=36.71' });
	await page.getByText('Sematkan', { exact: true }).click();
	const code = (page.getByLabelText('Kode sematan').element() as HTMLTextAreaElement).value;
	expect(code).toContain('/embed/kpis/X?regions=36.71&amp;lang=id"');
	expect(code).toContain('title="A &amp; &quot;B&quot;"');
	expect(new DOMParser().parseFromString(code, 'text/html').querySelector('iframe')?.title).toBe(
		'A & "B"'
	);
});

test('where no script will run, nothing is offered that needs one', async () => {
	await show({ model: trend, isStatic: true });
	expect(page.getByRole('slider').elements()).toHaveLength(0);
	expect(document.querySelector('canvas')).toBeNull();
	await expect.element(page.getByRole('img', { name: /^KTP-el/ }).first()).toBeVisible();
});

test('the marked events are listed with their write-ups', async () => {
	await show({ model: trend });
	await expect
		.element(page.getByRole('link', { name: 'Loket sabtu dibuka' }))
		.toHaveAttribute('href', '/innovations/loket-sabtu');
	expect(document.querySelector('details thead')?.textContent).toContain('Peristiwa');
});

test('a trend in view turns into one live chart, and nothing is left when it goes', async () => {
	const { unmount } = await show({ model: trend });
	await expect.poll(drawnCharts).toBe(1);
	await expect.poll(() => document.querySelector('.picture')?.className).toContain('live');
	await unmount();
	expect(drawnCharts()).toBe(0);
});

test('a new model replaces the chart', async () => {
	const { rerender } = await show({ model: trend });
	await expect.poll(drawnCharts).toBe(1);
	const other = trendModel({ ...trendInput, from: '2026-01', title: 'Lain' }, percentContext());
	await rerender({ model: other });
	await expect.poll(() => Object.values(Chart.instances)[0]?.data.labels?.length).toBe(10);
	expect(drawnCharts()).toBe(1);
});

test('the arrow keys read the months and regions aloud', async () => {
	await show({ model: trend });
	const reader = page.getByRole('slider', { name: 'Bulan yang dibaca' });
	const live = () =>
		[...document.querySelectorAll('[aria-live=polite] span')].map(({ textContent }) => textContent);
	expect(live()).toContain('Kabupaten Mimika: 78,4%');

	(reader.element() as HTMLElement).focus();
	await userEvent.keyboard('{ArrowLeft}');
	await expect.element(reader).toHaveAttribute('aria-valuetext', 'September 2026');
	expect(live()).toEqual(['Kabupaten Nabire: 84,0% (sementara)', 'Kabupaten Mimika: 79,0%']);

	await userEvent.keyboard('{ArrowDown}');
	expect(live()).toEqual(['Kabupaten Nabire: 84,0% (sementara)']);
	await userEvent.keyboard('{Home}{Escape}');
	await expect.element(reader).toHaveAttribute('aria-valuetext', 'September 2025');
	expect(live()).toEqual(['Kabupaten Nabire: 61,2%', 'Kabupaten Mimika: 80,0%']);
});

test('events are listed under the chart, with links to what happened', async () => {
	await show({ model: trend });
	await expect
		.element(page.getByRole('link', { name: 'Loket sabtu dibuka' }))
		.toHaveAttribute('href', '/innovations/loket-sabtu');
});

test('a name with markup is text', async () => {
	const evil = '<img src=x onerror="window.hacked=true">';
	const regions = fourRegions.map((region) => ({ ...region, name: evil }));
	await show({ model: rankingModel({ title: evil, subtitle: '', regions }, percentContext()) });
	expect(document.querySelectorAll('figure img')).toHaveLength(0);
	await expect.element(page.getByRole('heading', { name: evil })).toBeVisible();
});
