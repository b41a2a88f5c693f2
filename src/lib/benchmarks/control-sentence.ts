import type { ChartContext } from '#lib/charts/chart-context.ts';
import { controlValue } from '#lib/charts/control-lines.ts';
import { joinSentence } from '#lib/charts/join-sentence.ts';
import type { TrendContent } from '#lib/charts/trend-model.ts';
import { latestPosition } from '#lib/charts/trend-sentence.ts';
import { valueText } from '#lib/charts/value-text.ts';
import type { ControlSpan } from './control.ts';

/**
 * A control chart in a sentence: the newest final value and whether it is within its usual
 * variation, or which rule it meets, then whether the standard is met as things are.
 */
export function tellControl(
	control: ControlSpan | null
): (content: TrendContent, context: ChartContext) => string {
	return (content, context) => {
		const { t } = context;
		const [series] = content.series;
		const final = series && {
			...series,
			points: series.points.map((point) =>
				point.isProvisional ? { ...point, value: null } : point
			)
		};
		const at = final ? latestPosition([final]) : -1;
		const value = final?.points[at]?.value ?? null;
		if (!final || value === null || !control) return t('chart.sentence.empty');
		const said = t('chart.sentence.value', {
			name: final.name,
			value: valueText(value, context),
			month: content.months[at]?.long ?? ''
		});
		return joinSentence([
			`${said}, ${judgement(content, at, control, context)}`,
			control.latest.assurance === null
				? ''
				: t('control.sentence.assurance', { assurance: t(`assurance.${control.latest.assurance}`) })
		]);
	};
}

function judgement(
	{ control: lines }: TrendContent,
	at: number,
	control: ControlSpan,
	context: ChartContext
): string {
	const { t } = context;
	const low = lines && controlValue(lines, 'lower', at);
	const high = lines && controlValue(lines, 'upper', at);
	if (low === null || high === null) {
		return t(`control.sentence.${control.latest.noLimits ?? 'too_few_points'}`);
	}
	const range = { low: valueText(low, context), high: valueText(high, context) };
	const mark = lines?.marks.find(({ position }) => position === at);
	return mark
		? t('control.sentence.signal', { ...range, signal: mark.text })
		: t('control.sentence.usual', range);
}
