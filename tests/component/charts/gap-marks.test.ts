import { Chart } from 'chart.js';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import '#lib/../app.css';
import { gapMarks } from '#lib/charts/gap-marks.ts';
import { trendModel } from '#lib/charts/trend-model.ts';
import { percentContext, trendInput } from '#tests/unit/charts/fixtures.ts';
import ChartFigure from './ChartFigureOnPage.svelte';

const only = trendInput.regions.slice(0, 1).map((region) => ({
	...region,
	observations: [
		{ month: '2025-10', value: 60 },
		{ month: '2026-02', value: 62 },
		{ month: '2026-03', value: 61 }
	]
}));
const { events: _, peers: __, target: ___, ...input } = trendInput;
const model = trendModel(
	{ ...input, from: '2025-09', to: '2026-06', regions: only },
	percentContext()
);

test('the live chart has the ticks of missing months where the drawing has them, and no others', async () => {
	expect(gapMarks(model).map(({ position }) => model.months[position]?.month)).toEqual([
		'2025-11',
		'2025-12',
		'2026-01'
	]);
	await render(ChartFigure, { model });
	expect(document.querySelectorAll('.wide .chart-gap')).toHaveLength(3);
	await expect.poll(() => Object.values(Chart.instances).length).toBe(1);
	const [chart] = Object.values(Chart.instances);
	const ticked = model.months.flatMap(({ month }, position) => {
		if (model.series[0]?.points[position]?.value !== null) return [];
		const x = chart?.scales['x']?.getPixelForValue(position) ?? 0;
		const y = (chart?.chartArea.bottom ?? 0) - 5;
		const { data = [] } = chart?.ctx.getImageData(Math.round(x) - 1, Math.round(y) - 1, 3, 3) ?? {};
		return data.some((channel) => channel > 0) ? [month] : [];
	});
	expect(ticked).toEqual(['2025-11', '2025-12', '2026-01']);
});
