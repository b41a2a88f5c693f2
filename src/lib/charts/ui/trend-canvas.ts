import {
	CategoryScale,
	Chart,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
} from 'chart.js';
import { chartjsConfig, type CanvasLook } from '../chartjs-config.ts';
import type { TrendModel } from '../model-trend.ts';
import type { Reading } from '../reader.ts';
import { annotations } from './annotations.ts';
import { readLook } from './read-look.ts';

Chart.register(
	CategoryScale,
	Filler,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip
);

/** What changes the colours of the style sheets. */
const LOOKS = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

export interface TrendCanvas {
	/** Marks the points of a reading; its text stands under the chart, so no tooltip covers the lines. */
	readonly show: (reading: Reading | null) => void;
	readonly destroy: () => void;
}

/**
 * Draws a trend on a canvas that fills its box, follows the box's size, the colour scheme and the
 * colours a reader forces, and leaves nothing behind after `destroy`.
 */
export function drawTrendCanvas(canvas: HTMLCanvasElement, model: TrendModel): TrendCanvas {
	const box = canvas.parentElement ?? canvas;
	let drawn: { chart: Chart; look: CanvasLook } | null = null;

	function draw(): void {
		drawn?.chart.destroy();
		drawn = null;
		const { width, height } = box.getBoundingClientRect();
		if (width === 0 || height === 0) return;
		canvas.width = width;
		canvas.height = height;
		const look = readLook(box, width);
		const config = chartjsConfig(model, look);
		drawn = { look, chart: new Chart(canvas, { ...config, plugins: [annotations(model, look)] }) };
	}

	let frame = 0;
	function drawSoon(): void {
		cancelAnimationFrame(frame);
		frame = requestAnimationFrame(draw);
	}

	const resizes = new ResizeObserver(drawSoon);
	resizes.observe(box);
	const looks = LOOKS.map((query) => matchMedia(query));
	for (const look of looks) look.addEventListener('change', drawSoon);
	draw();

	return {
		show(reading) {
			if (!drawn) return;
			const { chart } = drawn;
			chart.setActiveElements(reading ? elementsAt(chart, model, reading) : []);
			chart.draw();
		},
		destroy() {
			cancelAnimationFrame(frame);
			resizes.disconnect();
			for (const look of looks) look.removeEventListener('change', drawSoon);
			drawn?.chart.destroy();
			drawn = null;
		}
	};
}

/** The points of a reading that have a value; the named series are the last datasets. */
function elementsAt(chart: Chart, model: TrendModel, { position, series }: Reading) {
	const first = chart.data.datasets.length - model.series.length;
	return model.series.flatMap(({ points }, i) => {
		const isRead = series === null || series === i;
		const hasValue = (points[position]?.value ?? null) !== null;
		return isRead && hasValue ? [{ datasetIndex: first + i, index: position }] : [];
	});
}
