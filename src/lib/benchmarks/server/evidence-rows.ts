import { addMonths } from '#lib/core/period.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { KpiEvidence } from '../evidence.ts';
import { evidenceText } from '../evidence-text.ts';
import type { InnovationEvidence } from './evidence.ts';

/** `GET /innovations/{slug}/evidence`: the best grade on top, and every KPI below it. */
export function evidenceDocument(
	{ slug, region, results }: InnovationEvidence,
	dataVersion: number
) {
	const rows = results.map(kpiRow);
	const [best] = rows;
	return {
		innovation: slug,
		region: region.code,
		grade: best?.grade ?? 'D',
		kpi: best?.kpi ?? null,
		estimate: best?.estimate ?? null,
		interval: best?.interval ?? null,
		placebo: best?.placebo ?? null,
		wording_id: best?.wording_id ?? translateIn('id')('evidence.none.no_kpi'),
		wording_en: best?.wording_en ?? translateIn('en')('evidence.none.no_kpi'),
		is_sample: rows.some((row) => row.is_sample),
		data_version: dataVersion,
		results: rows
	};
}

function kpiRow(evidence: KpiEvidence) {
	const { kpi, did, interval, from } = evidence;
	return {
		kpi: kpi.code,
		unit: kpi.unit,
		launched_month: evidence.launchedMonth,
		grade: evidence.grade,
		reason: evidence.reason,
		estimate: did?.att ?? null,
		interval: interval && [interval.low, interval.high],
		placebo: did && {
			p: did.placeboP,
			in_space: did.placebosInSpace,
			in_time: did.placeboInTime
		},
		pre_trend: did?.preTrend ?? null,
		pre_trend_ok: evidence.isPreTrendFree,
		leave_one_out: did && [did.leaveOneOut.low, did.leaveOneOut.high],
		signal_after: evidence.hasSignalAfter,
		months_before: evidence.monthsBefore,
		months_after: evidence.monthsAfter,
		peers: evidence.peers.map(({ code }) => code),
		gaps: (did?.gaps ?? []).map((gap, i) => ({
			period: from === null ? null : addMonths(from, i),
			gap
		})),
		wording_id: evidenceText(evidence, 'id', translateIn('id')),
		wording_en: evidenceText(evidence, 'en', translateIn('en')),
		is_sample: evidence.isSample
	};
}
