import type { Context } from '#lib/core/context.ts';
import { dayOf } from '#lib/core/period.ts';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { formatDay, formatNumber } from '#lib/i18n/format.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { localName } from '#lib/i18n/translate.ts';
import type { FactTable } from '../fact-tables.ts';
import { freshnessOf } from '../freshness.ts';
import { localText } from '../local-text.ts';
import { sections as rules } from '../sections.ts';
import { startedText } from '../started.ts';
import { sectionFacts } from './section-facts.ts';
import { getInnovation, type InnovationDetail } from './get-innovation.ts';
import type * as tasks from './print-tasks.ts';

type SectionTables = Awaited<ReturnType<typeof sectionFacts>>;

const inWorker = workerTasks<typeof tasks>('src/lib/innovations/server/print-tasks.ts');

/**
 * A write-up as a tagged PDF in the reader's language, with all 13 sections: those that nobody
 * knows say so. Whoever may read the page may have it.
 * @param address where the page can be read, for the foot of each sheet
 */
export async function printInnovation(
	ctx: Context,
	slug: string,
	address: string
): Promise<{ fileName: string; bytes: Uint8Array }> {
	const detail = await getInnovation(ctx, slug);
	const tables = await sectionFacts(ctx, detail);
	const bytes = await inWorker('printWriteUp', printed(ctx, detail, { address, tables }));
	return { fileName: `${slug}.pdf`, bytes };
}

function printed(
	ctx: Context,
	detail: InnovationDetail,
	{ address, tables }: { readonly address: string; readonly tables: SectionTables }
): tasks.PrintedWriteUp {
	const { locale } = ctx;
	const t = translateIn(locale);
	const { innovation, region, agency, sources } = detail;
	const here = (id: string, en: string | null) => localText(locale, { id, en }).text;
	const today = formatDay(locale, dayOf(ctx.now(), region.timezone));
	return {
		title: here(innovation.titleId, innovation.titleEn),
		author: agency?.name ?? region.name,
		lang: locale,
		place: agency ? `${agency.name}, ${region.name}` : region.name,
		summary: here(innovation.summaryId, innovation.summaryEn),
		mark: [
			innovation.state === 'published' ? '' : t(`innovation.${innovation.state}Notice`),
			innovation.isSample ? t('sample.mark') : ''
		]
			.filter(Boolean)
			.join(' '),
		footer: t('innovation.print', { url: `${address} (${today})` }),
		factsHeading: t('innovation.fact.heading'),
		valueHeading: t('innovation.print.value'),
		facts: factsOf(ctx, detail),
		sections: rules.map((rule) => ({
			...sectionOf(ctx, detail, rule),
			tables: printedTables(tables[rule.key] ?? [], t('innovation.fact.unknown'))
		})),
		sourcesHeading: t('innovation.sources'),
		sources: sources.map(({ publisher, title, publishedOn, note }) =>
			[publisher, title, publishedOn && formatDay(locale, publishedOn), note]
				.filter(Boolean)
				.join('. ')
		)
	};
}

function factsOf(
	{ locale, now }: Context,
	{ innovation, region, services }: InnovationDetail
): tasks.PrintedWriteUp['facts'] {
	const t = translateIn(locale);
	const unknown = t('innovation.fact.unknown');
	const freshness = freshnessOf(innovation, dayOf(now(), region.timezone));
	const { confirmedOn, needsDelegation, staffCount, annualBudgetRupiah, difficulty } = innovation;
	const facts: [string, string | null][] = [
		[t('innovation.fact.validation'), t(`innovation.validation.${innovation.validation}`)],
		[
			t('innovation.fact.running'),
			t(`innovation.freshness.${freshness}`, {
				day: confirmedOn === null ? '' : formatDay(locale, confirmedOn)
			})
		],
		[t('innovation.fact.services'), services.map((each) => localName(locale, each)).join(', ')],
		[t('innovation.fact.started'), startedText(locale, innovation)],
		[t('innovation.fact.stage'), t(`innovation.stage.${innovation.stage}`)],
		[t('innovation.fact.kind'), t(`innovation.kind.${innovation.kind}`)],
		[t('innovation.fact.form'), t(`innovation.form.${innovation.form}`)],
		[
			t('innovation.fact.delegation'),
			needsDelegation === null
				? null
				: t(`innovation.fact.delegation.${needsDelegation === 1 ? 'needed' : 'notNeeded'}`)
		],
		[
			t('innovation.fact.staff'),
			staffCount === null ? null : t('innovation.fact.staffCount', { count: staffCount })
		],
		[
			t('innovation.fact.budget'),
			annualBudgetRupiah === null
				? null
				: t('innovation.fact.rupiah', { amount: formatNumber(locale, annualBudgetRupiah) })
		],
		[t('innovation.fact.difficulty'), difficulty && t(`innovation.difficulty.${difficulty}`)],
		[t('innovation.fact.website'), innovation.website]
	];
	return facts.map(([label, value]) => ({ label, value: value || unknown }));
}

function sectionOf(
	{ locale }: Context,
	{ sections }: InnovationDetail,
	{ key, number, isWritten }: (typeof rules)[number]
): Omit<tasks.PrintedWriteUp['sections'][number], 'tables'> {
	const t = translateIn(locale);
	const heading = `${String(number)}. ${t(`innovation.section.${key}`)}`;
	if (!isWritten) return { heading, note: t('innovation.adoptionsNone'), markdown: '' };
	const section = sections.find((candidate) => candidate.section === key);
	if (!section) return { heading, note: t('innovation.mark.empty'), markdown: '' };
	const text = localText(locale, { id: section.markdownId, en: section.markdownEn });
	const notes = [
		section.knowledge === 'not_yet_known' ? t('innovation.mark.not_yet_known') : '',
		text.isFallback ? t('innovation.onlyIndonesian') : ''
	];
	return { heading, note: notes.filter(Boolean).join(' '), markdown: text.text };
}

function printedTables(
	tables: readonly FactTable[],
	unknown: string
): tasks.PrintedWriteUp['sections'][number]['tables'] {
	return tables.map(({ title, header, rows }) => ({
		title,
		header,
		rows: rows.map((row) => row.map(({ text }) => text)),
		none: rows.length === 0 ? unknown : ''
	}));
}
