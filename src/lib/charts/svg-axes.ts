import { labelledMonths } from './axis.ts';
import type { Tick } from './model-parts.ts';
import type { MonthLabel } from './model-trend.ts';
import { element, textElement } from './svg-element.ts';
import type { Measures } from './svg-frame.ts';
import { textWidth } from './text-width.ts';

/** Horizontal lines with the values at their left. */
export function valueGrid(
	ticks: readonly Tick[],
	box: { readonly left: number; readonly right: number; readonly y: (value: number) => number },
	fontSize: number
): string {
	return ticks
		.map(({ value, label }) => {
			const y = box.y(value);
			return (
				element('path', {
					class: 'chart-grid',
					d: `M${String(box.left)} ${y.toFixed(1)}H${box.right.toFixed(1)}`
				}) +
				textElement(
					{ class: 'chart-muted', x: box.left - 6, y: y + fontSize * 0.35, 'text-anchor': 'end' },
					label
				)
			);
		})
		.join('');
}

/** Months under the time axis: the month, and under it the year where it begins or changes. */
export function monthAxis(
	months: readonly MonthLabel[],
	box: {
		readonly left: number;
		readonly right: number;
		readonly bottom: number;
		readonly x: (position: number) => number;
	},
	{ fontSize, width }: Measures
): string {
	const count = Math.floor((box.right - box.left) / (fontSize * 3));
	const positions = labelledMonths(months, count);
	const isYearly = (positions[1] ?? 0) - (positions[0] ?? 0) >= 12;
	const labels = positions.map((position, i) => {
		const month = months[position];
		if (!month) return '';
		const x = box.x(position);
		const year = i === 0 || month.month.endsWith('-01') ? month.year : '';
		const lines = isYearly ? [month.year] : [month.short, year];
		return (
			element('path', {
				class: 'chart-axis',
				d: `M${x.toFixed(1)} ${String(box.bottom)}v4`
			}) +
			lines
				.map((line, row) =>
					line === ''
						? ''
						: textElement(
								{
									class: 'chart-muted',
									x: clampMiddle(x, textWidth(line, fontSize), width),
									y: box.bottom + 5 + fontSize * (1 + row * 1.15),
									'text-anchor': 'middle'
								},
								line
							)
				)
				.join('')
		);
	});
	const line = `M${box.left.toFixed(1)} ${String(box.bottom)}H${box.right.toFixed(1)}`;
	return element('path', { class: 'chart-axis', d: line }) + labels.join('');
}

/** The middle of a text, moved so that the text stays inside the picture. */
export function clampMiddle(middle: number, textLength: number, width: number): number {
	return Math.max(textLength / 2 + 1, Math.min(width - textLength / 2 - 1, middle));
}
