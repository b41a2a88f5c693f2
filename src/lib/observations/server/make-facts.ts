import type { KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { NewObservation, ObservationEntry } from '#lib/database/tables/observations.ts';
import { finishedCounts } from '../counts.ts';
import { deriveEntered } from '../derive-entered.ts';
import { type DerivedObservation, deriveTotals, deriveTurnaround } from '../derive.ts';
import type { Chosen } from './choose-entries.ts';
import { publishedTurnaround } from './published-counts.ts';
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
			row: factRow(derived, kpis, { ...entry, publishedAt })
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
		return counts ? [{ counts, isSample: entry.isSample }] : [];
	});
	const isSample = published.some((service) => service.isSample === 1) ? 1 : 0;
	return deriveTotals(published.map(({ counts }) => counts)).map((derived) => ({
		reason: automaticReasons.otherService,
		row: factRow(derived, kpis, { ...cell, isSample, note: '' })
	}));
}

function derive(kpi: KpiDetail, entry: ObservationEntry): DerivedObservation[] {
	if (isTurnaround(kpi)) {
		const finished = finishedCounts(entry);
		return finished ? deriveTurnaround(kpi.serviceCode ?? '', finished) : [];
	}
	const derived = deriveEntered(kpi, entry);
	return derived ? [derived] : [];
}

function factRow(
	derived: DerivedObservation,
	kpis: readonly KpiDetail[],
	cell: {
		regionKey: number;
		month: number;
		publishedAt: string;
		isSample: 0 | 1;
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
		verification: 'verified',
		revision: 1,
		isSample: cell.isSample,
		note: cell.note,
		publishedAt: cell.publishedAt
	};
}
