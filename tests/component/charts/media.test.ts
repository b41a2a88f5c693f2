import { Chart } from 'chart.js';
import { afterEach, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
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

interface Media {
	media?: 'print';
	features?: { name: string; value: string }[];
}

/** The part of the protocol that changes what the page is told about its reader. */
const devTools = () => cdp() as unknown as { send(method: string, media: Media): Promise<unknown> };
const emulate = (media: Media) => devTools().send('Emulation.setEmulatedMedia', media);
const forceColors = () => emulate({ features: [{ name: 'forced-colors', value: 'active' }] });

afterEach(async () => {
	await emulate({});
});

const drawn = () => Object.values(Chart.instances)[0];
const styleOf = (selector: string) => {
	const element = [...document.querySelectorAll(selector)].find(
		(one) => one.getClientRects().length > 0
	);
	return element ? getComputedStyle(element) : null;
};

test('a live chart takes the colours a reader forces while the page is open', async () => {
	await render(ChartFigure, { model: trend });
	const borderOf = () => drawn()?.data.datasets.map(({ borderColor }) => borderColor) ?? [];
	await expect.poll(() => borderOf().length).toBeGreaterThan(0);
	expect(borderOf()).not.toContain('CanvasText');
	await forceColors();
	await expect.poll(borderOf).toContain('CanvasText');
});

test('under forced colours regions are told apart by shape, and the band by its edge', async () => {
	await forceColors();
	await render(ChartFigure, { model: trend });
	await expect.poll(() => drawn()?.data.datasets.length).toBeGreaterThan(2);
	const sets = (drawn()?.data.datasets ?? []) as {
		label?: string;
		borderColor?: string;
		borderWidth?: number;
		pointStyle?: string;
		pointRotation?: number;
	}[];
	const named = trend.series.map(({ name }) => sets.find(({ label }) => label === name));
	const shapes = named.map((set) => `${String(set?.pointStyle)} ${String(set?.pointRotation)}`);
	expect(new Set(shapes).size).toBe(trend.series.length);
	const edges = sets.filter(({ label }) => label === 'p25' || label === 'p75');
	expect(edges.map(({ borderColor, borderWidth }) => [borderColor, borderWidth])).toEqual([
		['GrayText', 1],
		['GrayText', 1]
	]);
	const picture = styleOf('.chart-band');
	expect(picture?.stroke).not.toBe('none');
	expect(picture?.stroke).not.toBe(picture?.fill);
});

test('no chart moves, whatever a reader prefers', async () => {
	for (const value of ['no-preference', 'reduce']) {
		await emulate({ features: [{ name: 'prefers-reduced-motion', value }] });
		const { unmount } = await render(ChartFigure, { model: trend });
		await expect.poll(() => drawn()?.options.animation).toBe(false);
		const picture = document.querySelector('.picture');
		await expect.poll(() => picture?.getAnimations({ subtree: true }).length).toBe(0);
		await unmount();
	}
});

test('on paper stand the drawing and its table, not the live canvas', async () => {
	await render(ChartFigure, { model: trend });
	await expect.poll(() => document.querySelector('.picture')?.className).toContain('live');
	expect(styleOf('.picture svg')?.visibility).toBe('hidden');
	await emulate({ media: 'print' });
	expect(styleOf('.picture svg')?.visibility).toBe('visible');
	expect(styleOf('.canvas')?.visibility).toBe('hidden');
	const table = document.querySelector('.data table');
	expect(table?.checkVisibility({ contentVisibilityAuto: true })).toBe(true);
	expect(table?.getBoundingClientRect().height).toBeGreaterThan(100);
});

test('on paper a ranking is dark on white, whatever the screen shows', async () => {
	await emulate({
		media: 'print',
		features: [{ name: 'prefers-color-scheme', value: 'dark' }]
	});
	await render(ChartFigure, { model: ranking });
	expect(styleOf('.picture svg text:not(.chart-muted)')?.fill).toBe('rgb(0, 0, 0)');
});
