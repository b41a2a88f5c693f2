import { listAdoptions } from '#lib/adoptions/server/adoptions.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import type { MessageKey } from '#lib/i18n/translate.ts';
import { readFacts } from '../facts.ts';
import { type IgaIndicator, igaIndicators } from '../iga.ts';
import { SUBMISSION_FORMS, type SubmissionForm, submissionTexts } from '../submission.ts';
import { getInnovation, type InnovationDetail } from './get-innovation.ts';
import type * as tasks from './print-tasks.ts';

const inWorker = workerTasks<typeof tasks>('src/lib/innovations/server/print-tasks.ts');
/** National forms are in Indonesian, whoever reads the page that leads to them. */
const t = translateIn('id');

/** A field of the profile; null is not yet known. */
interface SubmissionField {
	readonly key: MessageKey;
	readonly value: string | null;
}

/**
 * A write-up in the shape of a national form: its fields, texts and, for IGA, its indicators, each
 * with what is still missing. For whoever may read the write-up; `not_found` for no such form.
 */
export async function getSubmission(ctx: Context, slug: string, name: string) {
	const form = SUBMISSION_FORMS.find((known) => known === name);
	if (!form) throw new DomainError('not_found');
	const detail = await getInnovation(ctx, slug);
	const { innovation, sections } = detail;
	const facts = readFacts(innovation.facts);
	const texts = submissionTexts(
		form,
		new Map(
			sections
				.filter(({ knowledge }) => knowledge === 'stated')
				.map(({ section, markdownId }) => [section, markdownId])
		)
	);
	const adoptions = await listAdoptions(ctx, { innovationId: innovation.id });
	const adopters = new Set(adoptions.map(({ adopterRegionCode }) => adopterRegionCode)).size;
	const indicators: readonly IgaIndicator[] =
		form === 'iga' ? igaIndicators({ ...innovation, facts, adopters }, t) : [];
	return { form, detail, fields: fieldsOf(form, detail), texts, indicators };
}

export type Submission = Awaited<ReturnType<typeof getSubmission>>;

function fieldsOf(
	form: SubmissionForm,
	{ innovation, region, agency, services }: InnovationDetail
): SubmissionField[] {
	const facts = readFacts(innovation.facts);
	const when = (stage: string) => facts.steps.find((step) => step.stage === stage)?.on ?? null;
	const shared: SubmissionField[] = [
		{ key: 'submission.field.name', value: innovation.titleId },
		{ key: 'submission.field.region', value: region.name },
		{ key: 'submission.field.agency', value: agency?.name ?? null }
	];
	if (form === 'kipp') {
		const names = services.map(({ nameId }) => nameId).join(', ');
		return [
			...shared,
			{ key: 'submission.field.services', value: names || null },
			{ key: 'submission.field.sdgs', value: innovation.sdgs || null },
			{ key: 'submission.field.running', value: innovation.startedOn }
		];
	}
	// The national form knows no mixed kind: what is partly digital counts as digital.
	const kind = innovation.kind === 'mixed' ? 'digital' : innovation.kind;
	const others = facts.otherAffairs.map((affair) => t(`innovation.affair.${affair}`)).join(', ');
	return [
		...shared,
		{ key: 'submission.field.stage', value: t(`innovation.stage.${innovation.stage}`) },
		{
			key: 'submission.field.initiator',
			value: facts.initiator && t(`innovation.initiator.${facts.initiator}`)
		},
		{ key: 'submission.field.kind', value: t(`innovation.kind.${kind}`) },
		{ key: 'submission.field.form', value: t(`innovation.form.${innovation.form}`) },
		{
			key: 'submission.field.affair',
			value: facts.affair && t(`innovation.affair.${facts.affair}`)
		},
		{ key: 'submission.field.otherAffairs', value: others || null },
		{ key: 'submission.field.pilot', value: when('pilot') },
		{ key: 'submission.field.implementation', value: when('implementation') },
		{ key: 'submission.field.development', value: when('development') },
		{ key: 'submission.field.video', value: facts.videoUrl }
	];
}

/** The same for machines: names in English, texts in Indonesian as Markdown. */
export function submissionDocument(
	{ form, detail, fields, texts, indicators }: Submission,
	{ address, now }: { readonly address: string; readonly now: Date }
) {
	const { innovation, region, sources } = detail;
	return {
		form,
		made_at: now.toISOString(),
		innovation: {
			slug: innovation.slug,
			url: address,
			version: innovation.version,
			state: innovation.state,
			region: region.code,
			is_sample: innovation.isSample === 1
		},
		fields: fields.map(({ key, value }) => ({ key: lastOf(key), label_id: t(key), value })),
		texts: texts.map(({ key, number, markdown, words, gap, ...rule }) => ({
			number,
			label_id: t(key),
			from_sections: rule.sections,
			weight_percent: rule.weight ?? null,
			min_words: rule.minWords ?? null,
			max_words: rule.maxWords ?? null,
			words,
			gap,
			markdown_id: markdown
		})),
		indicators: indicators.map(({ number, weight, isMandatory, value, level }) => ({
			number,
			label_id: t(`submission.iga.${String(number)}` as MessageKey),
			weight,
			mandatory: isMandatory,
			value,
			level
		})),
		sources: sources.map(({ number, publisher, title, publishedOn }) => ({
			number,
			publisher,
			title,
			published_on: publishedOn
		}))
	};
}

/** The same on paper, as an accessible PDF. */
export async function printSubmission(
	{ form, detail, fields, texts, indicators }: Submission,
	address: string
): Promise<Uint8Array> {
	const { innovation, region, agency, sources } = detail;
	const unknown = t('innovation.fact.unknown');
	return inWorker('printWriteUp', {
		title: `${t(`submission.${form}`)}: ${innovation.titleId}`,
		author: agency?.name ?? region.name,
		lang: 'id',
		place: agency ? `${agency.name}, ${region.name}` : region.name,
		summary: t('submission.printLead'),
		mark: innovation.isSample ? t('sample.mark') : '',
		footer: t('innovation.print', { url: address }),
		factsHeading: t('submission.fields'),
		valueHeading: t('innovation.print.value'),
		facts: fields.map(({ key, value }) => ({ label: t(key), value: value ?? unknown })),
		sections: [
			...texts.map((text) => ({
				heading: `${text.number}. ${t(text.key)}`,
				note: text.gap === null ? '' : t(`submission.gap.${text.gap}`, limitsOf(text)),
				markdown: text.markdown,
				tables: []
			})),
			...(indicators.length === 0
				? []
				: [
						{
							heading: t('submission.indicators'),
							note: t('submission.indicatorsNote'),
							markdown: '',
							tables: [
								{
									title: t('submission.indicators'),
									header: [
										t('submission.indicator'),
										t('submission.stated'),
										t('submission.level')
									],
									rows: indicators.map(({ number, value, level }) => [
										`${String(number)}. ${t(`submission.iga.${String(number)}` as MessageKey)}`,
										value ?? unknown,
										level === null ? '–' : String(level)
									]),
									none: ''
								}
							]
						}
					])
		],
		sourcesHeading: t('innovation.sources'),
		sources: sources.map(({ publisher, title }) => `${publisher}. ${title}`)
	});
}

function limitsOf({ minWords = 0, maxWords = 0 }: Submission['texts'][number]) {
	return { min: minWords, max: maxWords };
}

function lastOf(key: string): string {
	return key.slice(key.lastIndexOf('.') + 1);
}
