import type { Attachment } from 'svelte/attachments';
import type { TrendModel } from '../model-trend.ts';
import type { TrendCanvas } from './trend-canvas.ts';

/**
 * Draws a trend on a canvas once it comes into view, and only then loads Chart.js. Draws anew when
 * the model changes; destroys the chart when the canvas goes.
 * @param onchange told the chart while there is one, and null when it is gone
 */
export function trendChart(
	model: () => TrendModel,
	onchange: (chart: TrendCanvas | null) => void
): Attachment<HTMLCanvasElement> {
	return (canvas) => {
		const current = model();
		let chart: TrendCanvas | null = null;
		let isGone = false;

		async function draw(): Promise<void> {
			const { drawTrendCanvas } = await import('./trend-canvas.ts');
			if (isGone) return;
			chart = drawTrendCanvas(canvas, current);
			onchange(chart);
		}

		const views = new IntersectionObserver((entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			views.disconnect();
			void draw();
		});
		views.observe(canvas.parentElement ?? canvas);

		return () => {
			isGone = true;
			views.disconnect();
			chart?.destroy();
			onchange(null);
		};
	};
}
