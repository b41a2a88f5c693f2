import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { NewObservation, ObservationEntry } from '#lib/database/tables/observations.ts';
import { finishedCounts } from '../counts.ts';
import { deriveEntered } from '../derive-entered.ts';
import {
	type DerivedObservation,
	deriveTotals,
	deriveTurnaround,
	turnaroundKpiCodes
} from '../derive.ts';
import type { Chosen } from './choose-entries.ts';
import { isPublishedVerified, publishedTurnaround } from './published-counts.ts';
import { automaticReasons, type MadeFact } from './revise.ts';
import { isTurnaround } from './scope.ts';

/** The facts that follow from entries that are about to be published. */
export function factsOfEntries(
	chosen: readonly Chosen[],
	kpis: readonly KpiDetail[],
	publishedAt: string
): MadeFact[] {
	return chosen.flatMap(({ kpi, entry }) => {
		const wasPublished = entry.publishedAt !== null;
		const reason = wasPublished ? entry.changeReason : automaticReasons.ownEntry;
		return derive(kpi, entry).map((derived) => ({
			reason,
			row: factRow(derived, kpis, { ...entry, publishedAt, isVerified: entry.verifiedAt !== null })
		}));
	});
}

/** The totals over every service of a region's month that is published by now. */
export function totalFacts(
	all: readonly ObservationEntry[],
	kpis: readonly KpiDetail[],
	cell: { regionKey: number; month: number; publishedAt: string }
): MadeFact[] {
	const published = all.flatMap((entry) => {
		const counts = publishedTurnaround(entry);
		if (!counts) return [];
		return [{ counts, isSample: entry.isSample, isVerified: isPublishedVerified(entry) }];
	});
	const isSample = published.some((service) => service.isSample === 1) ? 1 : 0;
	const isVerified = published.every((service) => service.isVerified);
	return deriveTotals(published.map(({ counts }) => counts)).map((derived) => ({
		reason: automaticReasons.otherService,
		row: factRow(derived, kpis, { ...cell, isSample, isVerified, note: '' })
	}));
}

function derive(kpi: KpiDetail, entry: ObservationEntry): DerivedObservation[] {
	if (entry.missingReason === 'not_applicable') return notApplicable(kpi);
	if (isTurnaround(kpi)) {
		const finished = finishedCounts(entry);
		return finished ? deriveTurnaround(kpi.serviceCode ?? '', finished) : [];
	}
	const derived = deriveEntered(kpi, entry);
	return derived ? [derived] : [];
}

/** The KPIs that an entry would give, each without a value because none applies. */
function notApplicable(kpi: KpiDetail): DerivedObservation[] {
	const codes = isTurnaround(kpi) ? turnaroundKpiCodes(kpi.serviceCode ?? '') : [kpi.code];
	return codes.map((kpiCode) => ({
		kpiCode,
		numerator: null,
		denominator: null,
		value: null,
		buckets: null,
		missingReason: 'not_applicable'
	}));
}

function factRow(
	derived: DerivedObservation,
	kpis: readonly KpiDetail[],
	cell: {
		regionKey: number;
		month: number;
		publishedAt: string;
		isSample: 0 | 1;
		isVerified: boolean;
		note: string;
	}
): NewObservation {
	const kpi = kpis.find(({ code }) => code === derived.kpiCode);
	if (!kpi) throw new RangeError(`No KPI ${derived.kpiCode}`);
	const { buckets } = derived;
	return {
		kpiKey: kpi.key,
		regionKey: cell.regionKey,
		month: cell.month,
		numerator: derived.numerator,
		denominator: derived.denominator,
		value: derived.value,
		bucket1: buckets?.[0] ?? null,
		bucket2: buckets?.[1] ?? null,
		bucket3: buckets?.[2] ?? null,
		bucket4: buckets?.[3] ?? null,
		bucket5: buckets?.[4] ?? null,
		missingReason: derived.missingReason,
		verification: cell.isVerified ? 'verified' : 'claimed',
		revision: 1,
		isSample: cell.isSample,
		note: cell.note,
		publishedAt: cell.publishedAt
	};
}
