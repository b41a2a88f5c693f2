import type { Month } from '#lib/core/period.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { differenceInDifferences, type DidResult } from './statistics/did.ts';
import { quantile } from './statistics/quantile.ts';
import { xmrChart, type XmrPoint } from './statistics/xmr.ts';

/** How far a change after a launch can be told from chance and from what others did too. */
export type EvidenceGrade = 'A' | 'B' | 'C' | 'D';

/** Why nothing can be said: grade D. */
export type NoEvidence = 'no_launch_month' | 'too_few_months' | 'too_few_peers';

/** Fewer peers make no placebo worth the name. */
export const MIN_EVIDENCE_PEERS = 6;

/** With twenty peers the smallest p is 1/21 = 0.048. */
export const EVIDENCE_PEERS = 20;

export interface EvidenceInput {
	readonly direction: Kpi['direction'];
	/** A complete list of months of the region; provisional ones are marked. */
	readonly treated: readonly XmrPoint[];
	/** Declared peers over the same months. */
	readonly peers: readonly (readonly (number | null)[])[];
	/** The position of the launch month. */
	readonly launch: number;
}

export interface Evidence {
	readonly grade: EvidenceGrade;
	readonly reason: NoEvidence | null;
	readonly did: DidResult | null;
	/** What 95 % of the peers' own placebo effects stay within, around the effect. */
	readonly interval: { readonly low: number; readonly high: number } | null;
	readonly isPreTrendFree: boolean | null;
	readonly isSameSignWithoutAnyPeer: boolean | null;
	/** Whether the region's control chart shows a signal to the same side after the launch. */
	readonly hasSignalAfter: boolean | null;
	readonly monthsBefore: number;
	readonly monthsAfter: number;
	readonly nPeers: number;
}

/** The months of a region that must be there and final for the data to be trusted. */
const MIN_COMPLETE_SHARE = 0.9;

/**
 * Grades what happened after a launch. A: p at most 0.05, no trend before, the same sign without any
 * one peer, a signal of the region's own chart after it, and trusted data. B: p at most 0.15 and no
 * trend before. C: it moved, but others moved too or it was moving before. D: not enough data.
 * The interval is the effect ± the 95th percentile of the size of the peers' placebo effects.
 * Source: reference 2.9; values are compared as they are, the peers take out season and common trend.
 */
export function gradeEvidence(input: EvidenceInput): Evidence {
	const { treated, peers, launch } = input;
	const values = treated.map(({ value, isProvisional }) => (isProvisional ? null : value));
	const counted = {
		monthsBefore: values.slice(0, launch).filter((value) => value !== null).length,
		monthsAfter: values.slice(launch).filter((value) => value !== null).length,
		nPeers: peers.length
	};
	const did =
		peers.length < MIN_EVIDENCE_PEERS
			? null
			: differenceInDifferences({ treated: values, peers, launch });
	if (!did) {
		const reason = peers.length < MIN_EVIDENCE_PEERS ? 'too_few_peers' : 'too_few_months';
		return { ...noEvidence(reason), ...counted };
	}
	const reach = quantile(did.placebosInSpace.map(Math.abs), 0.95) ?? 0;
	const side = Math.sign(did.att);
	const isPreTrendFree =
		Math.abs(did.preTrend * counted.monthsAfter) <= Math.abs(did.att) / 2 ||
		Math.sign(did.preTrend) === -side;
	const { low, high } = did.leaveOneOut;
	const isSameSignWithoutAnyPeer = Math.sign(low) === side && Math.sign(high) === side;
	const hasSignalAfter = xmrChart(treated, { direction: input.direction, isSeasonal: true })
		.signals.slice(launch)
		.some((signal) => signal?.side === side);
	const present = counted.monthsBefore + counted.monthsAfter;
	const isTrusted = present >= MIN_COMPLETE_SHARE * treated.length;
	const isStrong =
		did.placeboP <= 0.05 && isPreTrendFree && isSameSignWithoutAnyPeer && hasSignalAfter;
	const isModerate = did.placeboP <= 0.15 && isPreTrendFree;
	return {
		grade: isStrong && isTrusted ? 'A' : isModerate ? 'B' : 'C',
		reason: null,
		did,
		interval: { low: did.att - reach, high: did.att + reach },
		isPreTrendFree,
		isSameSignWithoutAnyPeer,
		hasSignalAfter,
		...counted
	};
}

/** Grade D with its reason. */
export function noEvidence(reason: NoEvidence): Evidence {
	return {
		grade: 'D',
		reason,
		did: null,
		interval: null,
		isPreTrendFree: null,
		isSameSignWithoutAnyPeer: null,
		hasSignalAfter: null,
		monthsBefore: 0,
		monthsAfter: 0,
		nPeers: 0
	};
}

/** The evidence on one KPI of a write-up. */
export interface KpiEvidence extends Evidence {
	readonly kpi: Kpi;
	/** The first month in which an effect could show; null when no source names it. */
	readonly launchedMonth: Month | null;
	/** The first month that is compared. */
	readonly from: Month | null;
	readonly peers: readonly { readonly code: string; readonly name: string }[];
	readonly isSample: boolean;
}
