import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { funnelModel } from '#lib/charts/funnel-model.ts';
import { lightPalette } from '#lib/charts/palette.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { standaloneStyle } from '#lib/charts/standalone-style.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { TILES } from '#lib/charts/tile-layout.ts';
import { tilesModel } from '#lib/charts/tiles-model.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { fourRegions, manyRegions, percentContext, trendInput } from './fixtures.ts';
import { tags } from './svg-text.ts';

const css = readFileSync(new URL('../../../src/lib/charts/chart.css', import.meta.url), 'utf8');
const app = readFileSync(new URL('../../../src/app.css', import.meta.url), 'utf8');

/** Classes that only say what a picture is. */
const UNSTYLED = /^chart-kind-/;

const funnelRegions = manyRegions(20).map((one, i) => ({
	...one,
	numerator: i === 0 ? 10 : 140,
	value: i === 0 ? 5 : 70,
	isOwn: i === 3
}));
const provinces = Object.keys(TILES).map((code, i) => ({
	code,
	name: code,
	value: i === 0 ? null : i,
	n: 1,
	nExpected: 1,
	isSample: false,
	isOwn: i === 4
}));
const heading = { title: 'Judul', subtitle: 'Oktober 2026' };
const drawn = [
	trendModel(trendInput, percentContext()),
	trendModel({ ...trendInput, from: '2020-01' }, percentContext()),
	rankingModel({ ...heading, regions: fourRegions }, percentContext()),
	spreadModel(
		{ ...heading, regions: manyRegions(8).map((one) => ({ ...one, isSelected: true })) },
		percentContext()
	),
	spreadModel({ ...heading, regions: fourRegions }, percentContext()),
	...[funnelModel({ ...heading, regions: funnelRegions }, percentContext())].filter(
		(one) => one !== null
	),
	tilesModel({ ...heading, provinces }, percentContext())
].map((model) => renderSvg(model, { width: 720, id: 'c', standalone: { source: 'S' } }));

const used = new Set(
	drawn.flatMap((svg) =>
		tags(svg).flatMap(({ attributes }) => (attributes['class'] ?? '').split(' ').filter(Boolean))
	)
);

test('every class that is drawn has a look in pages and in files of their own', () => {
	for (const name of used) {
		if (UNSTYLED.test(name)) continue;
		expect([name, css.includes(`.${name}`), standaloneStyle.includes(`.${name}`)]).toEqual([
			name,
			true,
			true
		]);
	}
});

test('a file of its own has the colours that pages have in the light', () => {
	for (const [slot, color] of lightPalette.series.entries()) {
		expect(css).toContain(`--chart-${String(slot)}: ${color};`);
	}
	expect(css).toContain(`--chart-band: ${lightPalette.band};`);
	expect(standaloneStyle).not.toContain('var(');
});

const variables = (text: string): Partial<Record<string, string>> =>
	Object.fromEntries(
		[...text.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', color = '']) => [
			name,
			color
		])
	);

test('every region’s colour stands out 3:1 from the page, in the light and in the dark', () => {
	const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
	const darkPage = variables(app.split('prefers-color-scheme: dark')[1] ?? '')['color-raised'];
	const lightColors = variables(light);
	const darkColors = variables(dark.split('@media')[0] ?? '');
	for (let slot = 0; slot < 8; slot++) {
		expect(contrast(lightColors[`chart-${String(slot)}`], '#ffffff')).toBeGreaterThan(3);
		expect(contrast(darkColors[`chart-${String(slot)}`], darkPage)).toBeGreaterThan(3);
	}
	// The own region's colour is also that of its label, and text needs more.
	expect(contrast(lightColors['chart-0'], '#ffffff')).toBeGreaterThan(4.5);
	expect(contrast(darkColors['chart-0'], darkPage)).toBeGreaterThan(4.5);
});

/** The contrast of WCAG 2.2. */
function contrast(one = '', other = ''): number {
	const [a, b] = [luminance(one), luminance(other)];
	return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string): number {
	const [r = NaN, g = NaN, b = NaN] = [1, 3, 5].map((at) => {
		const c = parseInt(hex.slice(at, at + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
