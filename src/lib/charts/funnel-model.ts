import {
	fitFunnel,
	funnelLimits,
	funnelZone,
	type FunnelZone
} from '#lib/benchmarks/statistics/funnel.ts';
import { Z_95, Z_99_8 } from '#lib/benchmarks/statistics/normal.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { valueAxis } from './axis.ts';
import { directionNote, type ChartContext, type ChartHeading } from './chart-context.ts';
import { funnelSentence } from './funnel-sentence.ts';
import type { FunnelLimit, FunnelMark, FunnelModel, LogAxis } from './model-regions.ts';
import {
	highlightSlots,
	isMixedSample,
	regionMark,
	regionRecords,
	type RegionValue
} from './region-input.ts';
import { shortValueText, valueCell } from './value-text.ts';

export interface FunnelInput extends ChartHeading {
	/** Shares of cases in per cent, with their numerators and denominators. */
	readonly regions: readonly RegionValue[];
}

/** Fewer regions make no funnel. */
export const MIN_FUNNEL = 10;

type Counted = RegionValue & {
	readonly value: number;
	readonly numerator: number;
	readonly denominator: number;
};

/**
 * The shares of all regions over the number of cases behind each, with the limits within which
 * chance and the usual differences between regions keep them (95 % and 99.8 %, widened for
 * over-dispersion). Null with under ten regions, or when all have the same share.
 * Source: Spiegelhalter 2005 and 2012; reference 2.5.
 */
export function funnelModel(input: FunnelInput, context: ChartContext): FunnelModel | null {
	const counted = input.regions.filter(isCounted);
	const points = counted.map(({ id, numerator, denominator }) => ({ id, numerator, denominator }));
	if (points.length < MIN_FUNNEL) return null;
	const funnel = fitFunnel(points);
	if (funnel.target <= 0 || funnel.target >= 1) return null;

	const slots = highlightSlots(counted);
	const isMixed = isMixedSample(counted);
	const { t } = context;
	const marks = counted.map((region, i): FunnelMark => {
		const point = points[i];
		const zone = point ? funnelZone(funnel, point) : 'in';
		return {
			...regionMark(region, region.value, slots, isMixed, context),
			numerator: region.numerator,
			denominator: region.denominator,
			zone,
			zoneText: t(`chart.funnel.zone.${zoneKey(zone)}`)
		};
	});
	const x = logAxis(
		counted.map(({ denominator }) => denominator),
		context
	);
	const limits = sampled(x).map((denominator): FunnelLimit => {
		const near = funnelLimits(funnel, denominator, Z_95);
		const far = funnelLimits(funnel, denominator, Z_99_8);
		return {
			denominator,
			low95: 100 * near.low,
			high95: 100 * near.high,
			low998: 100 * far.low,
			high998: 100 * far.high
		};
	});
	const target = 100 * funnel.target;
	const told = marks.filter(({ zone, slot }) => isOutside(zone) || slot !== null);
	const byValue = told.toSorted((a, b) => b.value - a.value);
	return {
		kind: 'funnel',
		title: input.title,
		subtitle: input.subtitle,
		sentence: funnelSentence(marks, context),
		directionNote: directionNote(context),
		notes: [
			t('chart.funnel.note'),
			funnel.tauSquared > 0 ? t('chart.funnel.overdispersion') : '',
			t('chart.funnel.axis')
		].filter((note) => note !== ''),
		sampleMark: counted.some(({ isSample }) => isSample) ? t('chart.sample') : '',
		table: {
			caption: `${input.title}. ${input.subtitle}`,
			columns: [t('chart.column.region'), t('chart.column.value'), t('chart.funnel.column')],
			rows: byValue.map(({ id, name, slot, zoneText }) => {
				const region = counted.find((one) => one.id === id) ?? { value: null };
				return {
					header: name,
					isHighlighted: slot !== null,
					cells: [
						valueCell(region, context),
						{ text: zoneText, detail: '', value: null, missing: null }
					]
				};
			})
		},
		x,
		y: valueAxis(
			[
				...marks.map(({ value }) => value),
				...limits
					.filter((_, i) => i > limits.length / 4)
					.flatMap(({ low998, high998 }) => [low998, high998])
			],
			context
		),
		marks,
		limits,
		target: {
			value: target,
			name: t('chart.funnel.target'),
			endText: shortValueText(target, context)
		},
		records: regionRecords(input.regions)
	};
}

/** Whether a share lies where chance alone would put one region in five hundred. */
export function isOutside(zone: FunnelZone): boolean {
	return zone === 'high99.8' || zone === 'low99.8';
}

function zoneKey(zone: FunnelZone) {
	switch (zone) {
		case 'in':
			return 'in';
		case 'high95':
			return 'high95';
		case 'low95':
			return 'low95';
		case 'high99.8':
			return 'high998';
		case 'low99.8':
			return 'low998';
	}
}

/** Provisional shares may still change, and no cases make no share. */
function isCounted(region: RegionValue): region is Counted {
	return (
		region.value !== null &&
		typeof region.numerator === 'number' &&
		typeof region.denominator === 'number' &&
		region.denominator > 0 &&
		region.isProvisional !== true
	);
}

/** An axis on which each step of ten is as long as the one before: regions differ a thousandfold. */
function logAxis(values: readonly number[], { locale, t }: ChartContext): LogAxis {
	const min = Math.min(...values);
	const max = Math.max(...values, min * 2);
	const ticks = Array.from({ length: 8 }, (_, power) => 10 ** power)
		.flatMap((ten) => [ten, 3 * ten])
		.filter((value) => value >= min && value <= max)
		.map((value) => ({ value, label: formatNumber(locale, value) }));
	return { min, max, ticks, unit: t('chart.funnel.cases') };
}

const SAMPLES = 48;

/** Places along a logarithmic axis, evenly apart as one sees them. */
function sampled({ min, max }: LogAxis): number[] {
	const step = (Math.log(max) - Math.log(min)) / SAMPLES;
	return Array.from({ length: SAMPLES + 1 }, (_, i) => Math.exp(Math.log(min) + i * step));
}
