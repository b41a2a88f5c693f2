import { describe, expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { chartjsConfig } from '#lib/charts/chartjs-config.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { readingLines } from '#lib/charts/reader.ts';
import { shareSvg } from '#lib/charts/share-svg.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { canvasLook, fourRegions, percentContext, trendInput } from './fixtures.ts';
import { groupOf, subpaths, tags } from './svg-text.ts';

const sampled = {
	...trendInput,
	regions: trendInput.regions.map((region) =>
		region.id === 'Mimika' ? { ...region, isSample: true } : region
	)
};
const frame = { site: 'Studi Tiru', source: 'S' };
const standalone = { source: 'S' };

describe.each(['id', 'en'] as const)('in %s, all forms of a chart agree', (locale) => {
	const t = translateIn(locale);
	const model = trendModel(sampled, percentContext(locale));
	const svg = renderSvg(model, { width: 720, id: 'c', standalone });
	const picture = shareSvg(model, frame);
	const config = chartjsConfig(model, canvasLook);
	const csv = parseCsv(chartCsv(model));

	test('on the sentence, which the picture and the file for previews carry word for word', () => {
		const described = tags(svg, 'desc').map(({ text }) => text);
		expect(described).toEqual([model.sentence]);
		const cells = model.table.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
		const said = model.sentence.match(/\d+[.,]\d%/g) ?? [];
		expect(said).toHaveLength(4);
		for (const value of said) expect(cells.some((text) => text.startsWith(value))).toBe(true);
		const first = model.series[0]?.points.at(-1);
		expect(model.sentence).toContain(first?.text ?? 'none');
	});

	test('on what is missing, and why', () => {
		const series = model.series[0];
		const dataset = config.data.datasets.at(-2);
		const gaps = series?.points.flatMap(({ value }, i) => (value === null ? [i] : [])) ?? [];
		expect(gaps).toEqual([4, 5]);
		for (const i of gaps) {
			const point = series?.points[i];
			const row = model.table.rows.find(({ header }) => header === model.months[i]?.long);
			expect(row?.cells[0]?.text).toBe(t(`chart.missing.${point?.missing ?? 'no_data'}`));
			expect(csv[i]).toMatchObject({ region: 'Nabire', value: '', missing_reason: point?.missing });
			expect(dataset?.data[i]).toBeNull();
			expect(readingLines(model, i, 0)[0]).toContain(row?.cells[0]?.text ?? 'none');
			// A tick on the time axis that says so, in the page and in the picture to share.
			const reason = `${model.months[i]?.long ?? ''}: ${row?.cells[0]?.text ?? ''}`;
			for (const drawn of [svg, picture]) {
				expect(groupOf(drawn, 'data-series', 'Nabire')).toContain(reason);
			}
		}
	});

	test('on what is provisional', () => {
		const word = t('chart.provisional_value', { value: '' }).trim();
		for (const [i, { isProvisional, text }] of (model.series[0]?.points ?? []).entries()) {
			expect(text.includes(word)).toBe(isProvisional);
			expect(csv[i]?.['provisional']).toBe(isProvisional ? '1' : '0');
		}
		for (const drawn of [svg, picture]) {
			const group = groupOf(drawn, 'data-series', 'Nabire');
			const dashed = tags(group, 'path').filter(({ attributes }) =>
				attributes['class']?.includes('chart-line-provisional')
			);
			expect(dashed).toHaveLength(1);
			expect(subpaths(dashed[0]?.attributes['d'] ?? '').flat()).toHaveLength(3);
			expect(group).toContain(word);
		}
	});

	test('on what is sample data', () => {
		expect(model.sampleMark).toBe(t('chart.sample'));
		const samples = csv.map(({ region, sample }) => `${region ?? ''} ${sample ?? ''}`);
		expect(new Set(samples)).toEqual(new Set(['Nabire 0', 'Mimika 1']));
		for (const drawn of [svg, picture]) expect(drawn).toContain(t('chart.sample').toUpperCase());
		const plain = trendModel(trendInput, percentContext(locale));
		expect(plain.sampleMark).toBe('');
		expect(shareSvg(plain, frame)).not.toContain(t('chart.sample').toUpperCase());
	});

	test('on every point and label, also in the picture that PNG and previews are painted from', () => {
		for (const series of model.series) {
			const points = (drawn: string) =>
				tags(groupOf(drawn, 'data-series', series.id), 'path')
					.filter(({ attributes }) => attributes['class'] === 'chart-line')
					.flatMap(({ attributes }) => subpaths(attributes['d'] ?? '').flat());
			expect(points(picture)).toHaveLength(points(svg).length);
			for (const drawn of [svg, picture]) {
				const labels = tags(drawn, 'text').map(({ text }) => text);
				expect(labels.some((text) => text.endsWith(series.endText))).toBe(true);
				for (const { label } of model.y.ticks) expect(labels).toContain(label);
			}
		}
	});

	test('on a ranking, its missing and its provisional regions', () => {
		const ranking = rankingModel(
			{ title: 'T', subtitle: 'S', regions: fourRegions },
			percentContext(locale)
		);
		const records = parseCsv(chartCsv(ranking));
		const late = ranking.table.rows.find(({ header }) => header === 'Kota E');
		expect(late?.cells.at(-1)?.text).toBe(t('chart.missing.late'));
		expect(records.find(({ region }) => region === 'e')).toMatchObject({
			value: '',
			missing_reason: 'late'
		});
		expect(records.find(({ region }) => region === 'f')).toMatchObject({
			provisional: '1',
			rank: ''
		});
		expect(shareSvg(ranking, frame)).toContain(ranking.rows[0]?.shortText ?? 'none');
		const own = ranking.rows.find(({ isOwn }) => isOwn);
		expect(ranking.sentence).toContain(own?.text ?? 'none');
	});
});
