import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartModel } from '#lib/charts/model.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { textWidth } from '#lib/charts/text-width.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { fourRegions, manyRegions, percentContext, trendInput, trendRegion } from './fixtures.ts';
import { groupOf, subpaths, tags } from './svg-text.ts';

const heading = { title: 'Judul', subtitle: 'Oktober 2026' };
const context = percentContext();
const trend = trendModel(trendInput, context);
const models: ChartModel[] = [
	trend,
	rankingModel({ ...heading, regions: fourRegions }, context),
	rankingModel({ ...heading, regions: manyRegions(100) }, context),
	spreadModel({ ...heading, regions: fourRegions }, context),
	spreadModel({ ...heading, regions: manyRegions(150) }, context)
];

const wide = (model: ChartModel) => renderSvg(model, { width: 720, id: 'c' });

test('a chart names and describes itself', () => {
	for (const model of models) {
		const [svg, title, desc] = tags(wide(model));
		expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'c-title c-desc' });
		expect(title).toMatchObject({ name: 'title', attributes: { id: 'c-title' } });
		expect(title?.text).toBe(`${model.title}. ${model.subtitle}`);
		expect(desc).toMatchObject({ name: 'desc', text: model.sentence });
	}
});

test('there is no style attribute, no script and no event handler, also in a file of its own', () => {
	for (const model of models) {
		const file = renderSvg(model, { width: 720, id: 'c', standalone: { source: 'Sumber' } });
		for (const svg of [wide(model), file]) {
			expect(svg).not.toMatch(/\sstyle="|<script|\son\w+="|javascript:/);
		}
		expect(wide(model)).not.toContain('<style');
		expect(file).toContain('<style');
	}
});

test('a gap breaks the line: no part of a path leads across it', () => {
	const own = groupOf(wide(trend), 'data-series', 'Nabire');
	const [solid, dashed] = tags(own, 'path')
		.filter(({ attributes }) => attributes['class']?.startsWith('chart-line'))
		.map(({ attributes }) => subpaths(attributes['d'] ?? ''));
	expect(solid?.map((part) => part.length)).toEqual([4, 6]);
	expect(dashed?.map((part) => part.length)).toEqual([3]);
});

test('the months of a gap have a small mark that says why', () => {
	const own = groupOf(wide(trend), 'data-series', 'Nabire');
	const marks = tags(own, 'path').filter(({ attributes }) => attributes['class'] === 'chart-gap');
	expect(marks).toHaveLength(2);
	expect(own).toContain('Kabupaten Nabire, Januari 2026: terlambat dilaporkan');
});

test('a value alone between two gaps is shown by a marker', () => {
	const values = [10, null, 50, null, ...Array.from({ length: 30 }, (_, i) => 40 + i)];
	const input = { ...trendInput, from: '2024-01', regions: [trendRegion('x', '2024-01', values)] };
	const group = groupOf(wide(trendModel(input, context)), 'data-series', 'x');
	expect(group).toContain('Kabupaten x, Januari 2024: 10,0%');
	expect(group).toContain('Kabupaten x, Maret 2024: 50,0%');
	expect(group).not.toContain('Kabupaten x, Mei 2024');
});

test('the own region is drawn last, over the others', () => {
	const svg = wide(trend);
	expect(svg.indexOf('data-series="Nabire"')).toBeGreaterThan(svg.indexOf('data-series="Mimika"'));
});

test('labels at the ends of lines do not overlap', () => {
	const close = Array.from({ length: 8 }, (_, i) =>
		trendRegion(
			`r${String(i)}`,
			'2025-09',
			Array.from({ length: 14 }, () => 80 + i / 100)
		)
	);
	const svg = wide(trendModel({ ...trendInput, regions: close }, context));
	const ends = tags(svg, 'text')
		.filter(({ text }) => /^(Kabupaten r|Median|Target)/.test(text))
		.map(({ attributes }) => Number(attributes['y']))
		.toSorted((a, b) => a - b);
	expect(ends).toHaveLength(10);
	for (const [i, y] of ends.entries()) expect(y - (ends[i - 1] ?? -99)).toBeGreaterThan(13);
});

test('no text leaves the picture, at any width', () => {
	const long = 'Kabupaten Pangkajene dan Kepulauan Nusantara Sejahtera';
	const input = {
		...trendInput,
		regions: trendInput.regions.map((region) => ({ ...region, name: `${region.name} ${long}` }))
	};
	const named = fourRegions.map((region) => ({ ...region, name: `${region.name} ${long}` }));
	const all = [
		...models,
		trendModel(input, context),
		rankingModel({ ...heading, regions: named }, context),
		spreadModel({ ...heading, regions: named }, context)
	];
	for (const model of all) {
		for (const width of [280, 340, 720, 1000]) {
			for (const standalone of [null, { source: `Sumber: ${long}` }]) {
				const svg = renderSvg(model, { width, id: 'c', standalone });
				const base = Number(tags(svg, 'svg')[0]?.attributes['font-size']);
				for (const { text, attributes } of tags(svg, 'text')) {
					const size = Number(attributes['font-size'] ?? base);
					const isBold = /strong|own-text|title/.test(attributes['class'] ?? '');
					const length = textWidth(text, size, isBold);
					const x = Number(attributes['x']);
					const anchor = attributes['text-anchor'] ?? 'start';
					const start = anchor === 'start' ? x : anchor === 'end' ? x - length : x - length / 2;
					expect(`${text}: ${String(start >= -1 && start + length <= width + 1)}`).toBe(
						`${text}: true`
					);
				}
			}
		}
	}
});

test('every text is escaped, wherever it comes from', () => {
	const evil = '"><script>alert(1)</script><a href=\'javascript:x\' onload="y">&amp;\u0000';
	const regions = fourRegions.map((region) => ({ ...region, id: evil, name: evil }));
	const evilModels: ChartModel[] = [
		trendModel(
			{
				...trendInput,
				title: evil,
				subtitle: evil,
				regions: [{ ...trendRegion('x', '2026-01', [1, 2]), id: evil, name: evil, isOwn: true }],
				peers: { name: evil, quartiles: trendInput.peers?.quartiles ?? [] },
				target: { value: 50, name: evil },
				events: [{ month: '2026-03', label: evil }]
			},
			context
		),
		rankingModel({ title: evil, subtitle: evil, regions }, context),
		spreadModel({ title: evil, subtitle: evil, regions }, context)
	];
	for (const model of evilModels) {
		const svg = renderSvg(model, { width: 720, id: evil, standalone: { source: evil } });
		expect(svg).not.toMatch(/<script|<a /);
		expect(svg).not.toContain('\u0000');
		const names = new Set(tags(svg).map(({ name }) => name));
		expect([...names].toSorted()).toEqual(
			[...names]
				.filter((name) =>
					['svg', 'title', 'desc', 'style', 'g', 'path', 'text', 'circle', 'rect'].includes(name)
				)
				.toSorted()
		);
		for (const { attributes } of tags(svg)) {
			expect(Object.keys(attributes).filter((key) => key.startsWith('on'))).toEqual([]);
		}
	}
});

test('any name leaves a well-formed picture', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (name) => {
			const regions = [{ ...trendRegion('x', '2026-01', [1, 2]), id: name, name }];
			const svg = renderSvg(trendModel({ ...trendInput, regions }, context), {
				width: 340,
				id: 'c'
			});
			const opened = svg.match(/<\w/g)?.length ?? 0;
			const closed = (svg.match(/<\//g)?.length ?? 0) + (svg.match(/\/>/g)?.length ?? 0);
			expect(opened).toBe(closed);
			const codes = Array.from(svg, (character) => character.codePointAt(0) ?? 0);
			const allowed = codes.every((code) => code >= 32 || code === 9 || code === 10 || code === 13);
			expect(allowed).toBe(true);
		})
	);
});

test('a file of its own tells title, notes, source and that its data are a sample', () => {
	const sample = trendModel(
		{ ...trendInput, regions: trendInput.regions.map((one) => ({ ...one, isSample: true })) },
		context
	);
	const svg = renderSvg(sample, {
		width: 720,
		id: 'c',
		standalone: { source: 'Sumber: Studi Tiru, 24 November 2026' }
	});
	const texts = tags(svg, 'text').map(({ text }) => text);
	expect(texts).toContain('KTP-el selesai dalam 24 jam');
	expect(texts).toContain('DATA CONTOH');
	expect(texts).toContain('Sumber: Studi Tiru, 24 November 2026');
	expect(texts.join(' ')).toContain('angka sementara');
});

test('a chart without values is still a picture', () => {
	for (const model of [
		trendModel({ ...trendInput, regions: [], peers: null, target: null }, context),
		rankingModel({ ...heading, regions: [] }, context),
		spreadModel({ ...heading, regions: [] }, context)
	]) {
		expect(wide(model)).not.toMatch(/NaN|Infinity|undefined/);
		expect(tags(wide(model), 'desc')[0]?.text).toBe('Belum ada data pada periode ini.');
	}
});

test('a chart of one month is drawn by markers', () => {
	const one = { ...trendInput, from: '2026-10', to: '2026-10' };
	const svg = wide(trendModel(one, context));
	expect(svg).not.toMatch(/NaN|Infinity/);
	expect(groupOf(svg, 'data-series', 'Mimika')).toContain('chart-marker');
});
