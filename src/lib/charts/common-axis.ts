import { valueAxis } from './axis.ts';
import type { ChartContext } from './chart-context.ts';
import type { TrendModel } from './model-trend.ts';
import { drawnValues } from './trend-model.ts';

/** A trend with the way its values are told: what is needed to draw its axis anew. */
export interface ToldTrend {
	readonly model: TrendModel;
	readonly context: ChartContext;
}

/**
 * Gives small multiples of one unit one axis, so that heights may be compared from one to the next.
 * A chart whose unit no other has keeps its own.
 */
export function withCommonAxes(trends: readonly ToldTrend[]): TrendModel[] {
	return trends.map(({ model, context }) => {
		const alike = trends.filter((other) => other.context.unit === context.unit);
		if (alike.length < 2) return model;
		const ticks = alike.flatMap((other) => [other.model.y.min, other.model.y.max]);
		const drawn = alike.flatMap((other) => drawnValues(other.model));
		const low = Math.min(...ticks);
		// An axis that already reached down to its zero keeps it for all.
		const values = low === 0 ? [0, ...drawn] : drawn;
		return { ...model, y: valueAxis(values, { ...context, range: widestRange(alike) }) };
	});
}

function widestRange(trends: readonly ToldTrend[]): { min: number; max: number } {
	const ranges = trends.map(({ context }) => context.range);
	return {
		min: Math.min(...ranges.map((range) => range?.min ?? -Infinity)),
		max: Math.max(...ranges.map((range) => range?.max ?? Infinity))
	};
}
