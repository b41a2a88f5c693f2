import { CONTROL_LINES, lineOver, MARK_LOOKS, MARK_RADIUS } from './control-lines.ts';
import { linePaths } from './line-paths.ts';
import { markerElement } from './markers.ts';
import type { TrendModel } from './model-trend.ts';
import { element, escapeXml } from './svg-element.ts';
import type { TrendGeometry } from './trend-geometry.ts';

/** The mean and the limits, dashed where they were made before, and a mark around each signal. */
export function drawControl({ control, months, series }: TrendModel, box: TrendGeometry): string {
	if (!control) return '';
	const lines = control.segments.flatMap((segment) =>
		CONTROL_LINES.flatMap((line) => {
			const { solid, dashed } = linePaths(
				lineOver(segment, line, months.length).map((value, i) =>
					value === null
						? null
						: { x: box.x(i), y: box.y(value), isProvisional: i >= segment.extendedFrom }
				)
			);
			const look = line === 'centre' ? 'chart-control-centre' : 'chart-control-limit';
			return [
				solid === '' ? '' : element('path', { class: look, d: solid }),
				dashed === '' ? '' : element('path', { class: `${look} chart-control-extended`, d: dashed })
			];
		})
	);
	const marks = control.marks.map(({ position, meaning, text }) => {
		const value = series[0]?.points[position]?.value ?? null;
		if (value === null) return '';
		const place = [box.x(position), box.y(value)] as const;
		const title = element('title', {}, [escapeXml(`${months[position]?.long ?? ''}: ${text}`)]);
		const { shape, color } = MARK_LOOKS[meaning];
		return element('g', { class: `chart-slot-${String(color)}`, 'data-signal': meaning }, [
			markerElement(shape, place, MARK_RADIUS, true, [title])
		]);
	});
	return element('g', { 'data-control': '' }, [...lines, ...marks]);
}
