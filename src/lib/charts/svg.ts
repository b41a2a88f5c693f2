import type { ChartModel } from './model.ts';
import { drawingWidth, measures, svgFrame, type Measures, type SvgOptions } from './svg-frame.ts';
import { drawFunnel } from './svg-funnel.ts';
import { drawRanking } from './svg-ranking.ts';
import { drawSpread } from './svg-spread.ts';
import { drawTiles } from './svg-tiles.ts';
import { drawTrend } from './svg-trend.ts';

/**
 * A chart as SVG text: named and described for screen readers, all texts escaped, looks by class
 * only (`chart.css`), so that it passes a strict content security policy. In a page it fills the
 * width of its box; `standalone` makes it a file of its own.
 */
export function renderSvg(model: ChartModel, options: SvgOptions): string {
	return svgFrame(model, options, draw(model, measures(drawingWidth(options))));
}

/** Draws a chart without a frame around it. */
export function draw(model: ChartModel, size: Measures): { height: number; content: string } {
	switch (model.kind) {
		case 'trend':
			return drawTrend(model, size);
		case 'ranking':
			return drawRanking(model, size);
		case 'spread':
			return drawSpread(model, size);
		case 'funnel':
			return drawFunnel(model, size);
		case 'tiles':
			return drawTiles(model, size);
	}
}
