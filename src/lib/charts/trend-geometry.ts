import { CONTROL_LINES } from './control-lines.ts';
import { layoutLabels } from './label-layout.ts';
import type { TrendModel } from './model-trend.ts';
import type { Measures } from './svg-frame.ts';
import { fitText, textWidth } from './text-width.ts';

/** A text at the end of a line. */
export interface EndLabel {
	/** `series`, with its slot, or the line of the peers' median, the target or a control chart. */
	readonly of: 'own' | 'series' | 'median' | 'target' | 'control';
	readonly slot: number | null;
	readonly text: string;
	/** Where the line ends. */
	readonly lineX: number;
	readonly lineY: number;
	/** Where the text stands, vertically its middle. */
	readonly x: number;
	readonly y: number;
}

export interface TrendGeometry {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** Pixels from the position of a month, and from a value. */
	readonly x: (position: number) => number;
	readonly y: (value: number) => number;
	readonly labels: readonly EndLabel[];
}

const LABEL_GAP = 8;
const LABEL_MARKER = 14;

/** Where everything of a trend is. The same for SVG and canvas, which only differ in their brush. */
export function trendGeometry(
	model: TrendModel,
	{ width, isNarrow, fontSize }: Measures,
	height: { readonly top: number; readonly bottom: number }
): TrendGeometry {
	const { top, bottom } = height;
	const tickWidth = Math.max(0, ...model.y.ticks.map(({ label }) => textWidth(label, fontSize)));
	const left = Math.ceil(tickWidth) + 8;
	const room = Math.floor(width * (isNarrow ? 0.4 : 0.31)) - LABEL_GAP - LABEL_MARKER;
	const labels = endLabels(model, room, fontSize, isNarrow);
	const labelWidth = Math.max(
		0,
		...labels.map(({ text, isBold, slot }) => {
			return textWidth(text, fontSize, isBold) + (slot === null ? 0 : LABEL_MARKER);
		})
	);
	const right = width - (labels.length > 0 ? labelWidth + LABEL_GAP : 8);

	const inset = 6;
	const last = model.months.length - 1;
	const x = (position: number) =>
		last === 0 ? (left + right) / 2 : left + inset + (position / last) * (right - left - 2 * inset);
	const span = model.y.max - model.y.min;
	const y = (value: number) => bottom - ((value - model.y.min) / span) * (bottom - top);

	const lineHeight = fontSize * 1.25;
	const middles = layoutLabels(
		labels.map(({ value }) => y(value)),
		labels.map(() => lineHeight),
		top - lineHeight / 2,
		bottom + lineHeight / 2
	);
	const placed = labels.map(({ of, slot, text, value, position }, i) => ({
		of,
		slot,
		text,
		lineX: of === 'target' ? right : x(position),
		lineY: y(value),
		x: right + LABEL_GAP,
		y: middles[i] ?? 0
	}));
	return { left, right, top, bottom, x, y, labels: placed };
}

interface WantedLabel {
	readonly of: EndLabel['of'];
	readonly slot: number | null;
	readonly text: string;
	readonly isBold: boolean;
	readonly value: number;
	readonly position: number;
}

/** Names with their latest values; in a narrow chart the names alone, or none would be readable. */
function endLabels(
	{ series, band, target, control, months }: TrendModel,
	room: number,
	fontSize: number,
	isNarrow: boolean
): WantedLabel[] {
	const last = months.length - 1;
	const fit = (name: string, value: string, isBold: boolean, extra = 0) => {
		const end = value === '' || isNarrow ? '' : ` ${value}`;
		return fitText(name, room + extra - textWidth(end, fontSize, isBold), fontSize, isBold) + end;
	};
	const ofSeries = series.flatMap(({ slot, isOwn, shortName, endText, points }): WantedLabel[] => {
		const position = points.findLastIndex(({ value }) => value !== null);
		const value = points[position]?.value ?? null;
		if (value === null) return [];
		const text = fit(shortName, endText, isOwn);
		return [{ of: isOwn ? 'own' : 'series', slot, text, isBold: isOwn, value, position }];
	});
	const limits = control?.segments.at(-1);
	const ofControl = CONTROL_LINES.flatMap((line): WantedLabel[] => {
		const value = limits?.[line].at(-1);
		if (!control || !limits || value === undefined) return [];
		const text = fit(control.names[line], control.endTexts[line], false, LABEL_MARKER);
		const position = limits.from + limits[line].length - 1;
		return [{ of: 'control', slot: null, text, isBold: false, value, position }];
	});
	const median = band?.p50.findLastIndex((value) => value !== null) ?? -1;
	const medianValue = band?.p50[median] ?? null;
	return [
		...ofSeries,
		...ofControl,
		...(band && medianValue !== null
			? [
					{
						of: 'median' as const,
						slot: null,
						text: fit(
							isNarrow ? band.shortName : band.medianName,
							band.endText,
							false,
							LABEL_MARKER
						),
						isBold: false,
						value: medianValue,
						position: median
					}
				]
			: []),
		...(target
			? [
					{
						of: 'target' as const,
						slot: null,
						text: fit(target.name, target.endText, false, LABEL_MARKER),
						isBold: false,
						value: target.value,
						position: last
					}
				]
			: [])
	];
}
