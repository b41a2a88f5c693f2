import { monthFromIndex, monthIndex, type Month } from '#lib/core/period.ts';
import type { ControlInput } from '#lib/charts/control-lines.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { JudgedSeries } from './series-signal.ts';
import type { Direction } from './statistics/direction.ts';
import { seasonAt } from './statistics/season.ts';
import { variationOf, type Assurance } from './statistics/xmr-icons.ts';
import type { XmrSignal } from './statistics/xmr-rules.ts';
import type { NoLimitsReason, XmrSegment } from './statistics/xmr.ts';

/** The months of a control chart that a stretch shows. The rules have seen the others too. */
export interface ControlSpan {
	readonly segments: ControlInput['segments'];
	readonly signals: readonly (XmrSignal & { readonly month: Month })[];
	/** Of the segment in which the stretch ends. */
	readonly latest: {
		/** Final months. */
		readonly n: number;
		readonly noLimits: NoLimitsReason | null;
		/** Fewer than 13 final months: its limits still move. */
		readonly isTrial: boolean;
		readonly isSeasonal: boolean;
		/** Of the newest segment, where the stretch reaches it. */
		readonly assurance: Assurance | null;
	};
}

/** What a stretch of months shows of a control chart. Limits follow the season, where it is known. */
export function controlSpan(
	{ chart, from }: JudgedSeries,
	span: { readonly from: Month; readonly to: Month }
): ControlSpan {
	const [first, last] = [monthIndex(span.from) - from, monthIndex(span.to) - from];
	const shown = chart.segments.filter((one) => one.to >= first && one.from <= last);
	const current = shown.at(-1) ?? null;
	return {
		segments: shown.flatMap((segment) => shownPart(segment, from, first, last)),
		signals: chart.signals.flatMap((signal, position) => {
			const isShown = signal !== null && position >= first && position <= last;
			return isShown ? [{ ...signal, month: monthFromIndex(from + position) }] : [];
		}),
		latest: {
			n: current?.n ?? 0,
			noLimits: current ? current.noLimits : 'too_few_points',
			isTrial: current?.isTrial ?? true,
			isSeasonal: current?.season !== null && current !== null,
			assurance: current === chart.segments.at(-1) ? chart.assurance : null
		}
	};
}

function shownPart(
	segment: XmrSegment,
	start: number,
	first: number,
	last: number
): ControlSpan['segments'] {
	const { limits, season, baselineTo } = segment;
	const [from, to] = [Math.max(segment.from, first), Math.min(segment.to, last)];
	if (!limits || to < from) return [];
	const over = (value: number) =>
		Array.from(
			{ length: to - from + 1 },
			(_, i) => value + seasonAt(season, from + i - segment.from)
		);
	return [
		{
			from: monthFromIndex(start + from),
			centre: over(limits.mean),
			lower: over(limits.lower),
			upper: over(limits.upper),
			extendedFrom: monthFromIndex(start + baselineTo + 1)
		}
	];
}

/** A control chart in the reader's words, ready to be drawn. */
export function controlInput(
	{ segments, signals }: ControlSpan,
	direction: Direction,
	t: Translate
): ControlInput {
	return {
		segments,
		marks: signals.map((signal) => {
			const variation = variationOf(signal, direction);
			return {
				month: signal.month,
				meaning:
					variation === 'improvement' ? 'better' : variation === 'concern' ? 'worse' : 'other',
				text: `${t(`variation.${variation}`)}: ${t(`signal.rule.${signal.rule}`)}`
			};
		})
	};
}

/** How to read a control chart, as far as this one has it. */
export function controlNotes({ segments, signals, latest }: ControlSpan, t: Translate): string[] {
	return [
		segments.length > 0 ? t('control.note.lines') : '',
		latest.noLimits === null && latest.isTrial ? t('control.note.trial') : '',
		latest.noLimits === null
			? t(latest.isSeasonal ? 'control.note.seasonOut' : 'control.note.seasonKept')
			: t(`control.note.${latest.noLimits}`, { n: latest.n }),
		signals.length > 0 ? t('control.note.marks') : ''
	].filter((note) => note !== '');
}
