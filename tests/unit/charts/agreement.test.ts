import { expect, test } from 'vitest';
import { parseCsv } from '#db/reference/csv.ts';
import { chartjsConfig } from '#lib/charts/chartjs-config.ts';
import { chartCsv } from '#lib/charts/csv.ts';
import { rankingModel } from '#lib/charts/ranking-model.ts';
import { spreadModel } from '#lib/charts/spread-model.ts';
import { measures } from '#lib/charts/svg-frame.ts';
import { renderSvg } from '#lib/charts/svg.ts';
import { trendGeometry } from '#lib/charts/trend-geometry.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { canvasLook, fourRegions, percentContext, trendInput } from './fixtures.ts';
import { groupOf, subpaths, tags } from './svg-text.ts';

const WIDTH = 720;
const model = trendModel(trendInput, percentContext());
const svg = renderSvg(model, { width: WIDTH, id: 'c' });
const config = chartjsConfig(model, canvasLook);
const csv = parseCsv(chartCsv(model));

/** Month positions and values read back from the drawn paths through the axis that is drawn. */
function readBack(seriesId: string): Map<number, number> {
	const yOf = (label: string) =>
		Number(tags(svg, 'text').find(({ text }) => text === label)?.attributes['y']);
	const [first, last] = [model.y.ticks[0], model.y.ticks.at(-1)];
	const [low, high] = [yOf(first?.label ?? ''), yOf(last?.label ?? '')];
	// The labels stand a third of their height under their lines, all alike.
	const shift = measures(WIDTH).fontSize * 0.35;
	const { x } = trendGeometry(model, measures(WIDTH), { top: 0, bottom: 1 });

	const points = tags(groupOf(svg, 'data-series', seriesId), 'path')
		.filter(({ attributes }) => attributes['class']?.startsWith('chart-line'))
		.flatMap(({ attributes }) => subpaths(attributes['d'] ?? '').flat());
	return new Map(
		points.map(([px, py]) => {
			const position = model.months.findIndex((_, i) => Math.abs(x(i) - px) < 0.1);
			const part = (low - shift - py) / (low - high);
			return [
				position,
				(first?.value ?? NaN) + part * ((last?.value ?? NaN) - (first?.value ?? NaN))
			];
		})
	);
}

test('SVG, Chart.js, table and CSV hold the same values of a trend, and the same gaps', () => {
	for (const [index, series] of model.series.entries()) {
		const drawn = readBack(series.id);
		const dataset = config.data.datasets.at(index - model.series.length);
		const column = model.table.columns.indexOf(series.name) - 1;
		const rows = csv.filter(({ region }) => region === series.id);
		for (const [i, { value }] of series.points.entries()) {
			const cell = model.table.rows.at(-1 - i)?.cells[column];
			expect(model.table.rows.at(-1 - i)?.header).toBe(model.months[i]?.long);
			expect(cell?.value).toBe(value);
			expect(dataset?.data[i]).toBe(value);
			expect(rows[i]).toMatchObject({
				month: model.months[i]?.month,
				value: value === null ? '' : String(value)
			});
			if (value === null) expect(drawn.has(i)).toBe(false);
			else expect(drawn.get(i)).toBeCloseTo(value, 0);
		}
	}
	expect(config.data.labels).toEqual(model.months.map(({ month }) => month));
});

test('SVG and Chart.js have the same axis, dashes and labels', () => {
	const y = config.options?.scales?.['y'];
	expect(y).toMatchObject({ min: model.y.min, max: model.y.max });
	const texts = tags(svg, 'text').map(({ text }) => text);
	for (const { label } of model.y.ticks) expect(texts).toContain(label);

	const own = config.data.datasets.at(-2);
	const dashOf = (p1DataIndex: number) =>
		(own?.segment as { borderDash: (at: { p1DataIndex: number }) => unknown }).borderDash({
			p1DataIndex
		});
	expect([dashOf(11), dashOf(12), dashOf(13)]).toEqual([undefined, [6, 5], [6, 5]]);
	expect(own?.spanGaps).toBe(false);
});

test('the sentence says values that the table holds', () => {
	const cells = model.table.rows.flatMap((row) => row.cells.map(({ text }) => text.split(' ')[0]));
	const said = model.sentence.match(/\d+,\d%/g) ?? [];
	expect(said).toHaveLength(4);
	for (const value of said) expect(cells).toContain(value);
});

test('the tooltip says what the table says', () => {
	const label = config.options?.plugins?.tooltip?.callbacks?.label as
		((item: { datasetIndex: number; dataIndex: number }) => string) | undefined;
	const background = config.data.datasets.length - model.series.length;
	const item = { datasetIndex: background, dataIndex: 13 };
	expect(label?.(item)).toBe('Kabupaten Nabire: 86,3% (sementara) (69 dari 80)');
});

test('Chart.js gets copies, which it may change', () => {
	const dataset = config.data.datasets.at(-1);
	dataset?.data.push(1);
	expect(model.series[1]?.points).toHaveLength(14);
	expect(chartjsConfig(model, canvasLook).data.datasets.at(-1)?.data).toHaveLength(14);
});

test('SVG, table and CSV hold the same values and ranks of a ranking', () => {
	const heading = { title: 'T', subtitle: 'S' };
	const ranking = rankingModel({ ...heading, regions: fourRegions }, percentContext());
	const picture = renderSvg(ranking, { width: WIDTH, id: 'c' });
	const records = parseCsv(chartCsv(ranking));
	for (const { id, name, value, text, shortText, rankText } of ranking.rows) {
		const texts = tags(groupOf(picture, 'data-region', id)).map((tag) => tag.text);
		expect(texts).toContain(shortText);
		expect(texts).toContain(rankText);
		const cells = ranking.table.rows.find(({ header }) => header === name)?.cells;
		expect(cells?.map((cell) => cell.value)).toContain(value);
		expect(cells?.at(-1)?.text.startsWith(text)).toBe(true);
		expect(records.find(({ region }) => region === id)?.['value']).toBe(String(value));
	}
});

test('SVG, table and CSV of a spread hold the same regions', () => {
	const spread = spreadModel({ title: 'T', subtitle: 'S', regions: fourRegions }, percentContext());
	const picture = renderSvg(spread, { width: WIDTH, id: 'c' });
	const others = tags(picture, 'path').find(
		({ attributes }) => attributes['class'] === 'chart-dots'
	);
	const named = spread.marks.filter(({ slot }) => slot !== null);
	const hollow = spread.marks.filter(({ slot, isProvisional }) => slot === null && isProvisional);
	const dots = others?.attributes['d']?.match(/M/g)?.length ?? 0;
	expect(dots + named.length + hollow.length).toBe(spread.marks.length);
	expect(spread.table.rows.filter(({ cells }) => cells.at(-1)?.value !== null)).toHaveLength(
		spread.marks.length
	);
	for (const { id } of named) expect(groupOf(picture, 'data-region', id)).not.toBe('');
});
