import { expect, test } from 'vitest';
import { cardSvg } from '#lib/charts/card-svg.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { shareSvg } from '#lib/charts/share-svg.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { fourRegions, manyRegions, percentContext, trendInput } from './fixtures.ts';
import { tags } from './svg-text.ts';

const frame = { site: 'Studi Tiru', source: 'Sumber: Studi Tiru' };
const heading = { title: 'Judul', subtitle: 'Oktober 2026' };
const models = {
	trend: trendModel(trendInput, percentContext()),
	ranking: rankingModel({ ...heading, regions: manyRegions(40) }, percentContext()),
	spread: spreadModel({ ...heading, regions: fourRegions }, percentContext())
};

test.each(Object.entries(models))(
	'a %s to share has its heading, mark and source, and stays inside 1200 by 630',
	(_, model) => {
		const svg = shareSvg({ ...model, sampleMark: 'Data contoh' }, frame);
		const texts = tags(svg, 'text').map(({ text }) => text);
		expect(tags(svg, 'svg')[0]?.attributes).toMatchObject({ width: '1200', height: '630' });
		for (const text of [model.title, 'DATA CONTOH', 'Studi Tiru', 'Sumber: Studi Tiru']) {
			expect(texts).toContain(text);
		}
		const scale = Number(/scale\(([\d.]+)\)/.exec(svg)?.[1]);
		expect(scale).toBeGreaterThan(0);
		expect(scale).toBeLessThanOrEqual(1.6);
		expect(svg).not.toMatch(/NaN|Infinity|undefined/);
		expect(svg).not.toContain('style=');
	}
);

test('what is marked on the time axis is named in the picture', () => {
	expect(shareSvg(models.trend, frame)).toContain('1 Maret 2026: Loket sabtu dibuka');
});

test('a card has a bar as long as the share, and none where there is no share', () => {
	const card = {
		...frame,
		...heading,
		sampleMark: '',
		lead: 'Satu kalimat <b>.',
		rows: [
			{ label: 'KTP-el', text: '13 dari 13', share: 1 },
			{ label: 'Pindah & datang', text: '6 dari 13', share: 6 / 13 },
			{ label: 'Tanpa data', text: '–', share: null }
		]
	};
	const svg = cardSvg(card);
	const width = (look: string) =>
		tags(svg, 'rect')
			.filter(({ attributes }) => attributes['class'] === look)
			.map(({ attributes }) => Number(attributes['width']));
	const [whole] = width('chart-band');
	expect(width('chart-band')).toHaveLength(2);
	expect(width('chart-marker')[0]).toBe(whole);
	expect(width('chart-marker')[1]).toBeLessThan(whole ?? 0);
	expect(svg).toContain('&lt;b&gt;');
});
