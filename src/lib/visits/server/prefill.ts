import { findGaps } from '#lib/benchmarks/server/gaps.ts';
import { valueText } from '#lib/charts/value-text.ts';
import type { Context } from '#lib/core/context.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { localName } from '#lib/i18n/translate.ts';
import { listInnovations } from '#lib/innovations/server/list-innovations.ts';
import { listUnanswered } from '#lib/questions/server/read-questions.ts';

/** Why a region asks, in the words its request begins with. */
export interface GapToClose {
	readonly purpose: string;
	readonly isSample: boolean;
}

/** Looks no further than the gaps that anyone would call one. */
const MAX_GAPS = 60;

/** As many questions as the form of a request has fields. */
const MAX_QUESTIONS = 5;

/**
 * What a region has asked about a host's write-up and still does not know: a request begins with it.
 */
export async function questionsToAsk(
	ctx: Context,
	regionCode: string,
	about: { readonly hostRegionCode: string; readonly innovation: string }
): Promise<string[]> {
	const { innovations } = await listInnovations(ctx, { region: about.hostRegionCode });
	if (!innovations.some(({ slug }) => slug === about.innovation)) return [];
	return (await listUnanswered(ctx, about.innovation, regionCode)).slice(0, MAX_QUESTIONS);
}

/**
 * The gap that makes a region ask: the KPI it came from, or the first of the innovation's KPIs in
 * which it is behind. Null when it is behind in none.
 */
export async function gapToClose(
	ctx: Context,
	regionCode: string,
	{ kpi, innovation }: { readonly kpi: string; readonly innovation: string }
): Promise<GapToClose | null> {
	if (kpi === '' && innovation === '') return null;
	const { innovations } = await listInnovations(ctx);
	const about = innovations.find(({ slug }) => slug === innovation)?.kpiCodes ?? [];
	const wanted = kpi === '' ? about : [kpi];
	if (wanted.length === 0) return null;
	const gaps = await findGaps(ctx, regionCode, { limit: MAX_GAPS });
	const gap = gaps.find(({ kpi: { code } }) => wanted.includes(code));
	if (!gap) return null;
	const { locale } = ctx;
	const t = translateIn(locale);
	const figure = (value: number) => valueText(value, { locale, t, ...gap.kpi });
	const purpose = t('visit.prefill.purpose', {
		kpi: localName(locale, gap.kpi),
		value: figure(gap.value),
		median: figure(gap.median)
	});
	return { purpose, isSample: gap.isSample };
}
