import { listKpis, listServices } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, type FieldProblem } from '#lib/core/errors.ts';
import { factProblems } from '../fact-input.ts';
import { sectionField } from '../publishable.ts';
import type { InnovationInput } from '../schema.ts';
import { RESTRICTABLE, RESTRICTED_FIELD } from '../restricted.ts';
import { type WrittenSection, writtenSections } from '../sections.ts';
import type { Links, Parts } from './parts-repository.ts';

type SectionPart = Parts['sections'][number];
type SourcePart = Parts['sources'][number];

/** What a form says about sections, sources, services and KPIs, in the shape of the tables. */
export async function partsOf(
	ctx: Pick<Context, 'db'>,
	input: InnovationInput,
	known: Links['kpis'] = []
): Promise<Parts> {
	const { sources, problems } = sourcesOf(input);
	const kpiCodes = (await listKpis(ctx)).map(codeOf);
	const unknown = [
		...notAmong('services', input.services, (await listServices(ctx)).map(codeOf)),
		...notAmong('kpis', input.kpis, kpiCodes)
	];
	const fields = [
		...problems,
		...unknown,
		...factProblems(input, { kpiCodes, sourceCount: sources.length })
	];
	if (fields.length > 0) throw new DomainError('invalid', { fields });

	return {
		sections: sectionsOf(input),
		sources,
		serviceCodes: [...new Set(input.services)],
		kpis: [...new Set(input.kpis)].map((code) => ({
			code,
			launchedMonth: known.find((link) => link.code === code)?.launchedMonth ?? null
		}))
	};
}

/** A section without any text and without a mark is not stored at all. */
function sectionsOf(input: InnovationInput): SectionPart[] {
	return writtenSections.flatMap((key) => {
		const markdownId = input[`${key}_id`];
		const markdownEn = input[`${key}_en`];
		const isUnknown = input[`${key}_unknown`] !== undefined;
		if (markdownId === '' && markdownEn === '' && !isUnknown) return [];
		return [
			{
				section: key,
				knowledge: isUnknown ? 'not_yet_known' : 'stated',
				markdownId,
				markdownEn: markdownEn || null,
				visibility: isKept(input, key) ? 'governments' : 'public'
			}
		];
	});
}

function isKept(input: InnovationInput, key: WrittenSection): boolean {
	return key === RESTRICTABLE && input[RESTRICTED_FIELD] !== undefined;
}

/** Sources keep the number of their row, because the texts point at it; empty rows at the end go. */
function sourcesOf(input: InnovationInput): { sources: SourcePart[]; problems: FieldProblem[] } {
	const rows = input.sourcePublisher.map((publisher, i) => ({
		number: i + 1,
		publisher,
		title: input.sourceTitle[i] ?? '',
		publishedOn: input.sourceDay[i] || null,
		note: input.sourceNote[i] ?? ''
	}));
	const last = rows.findLastIndex(
		({ publisher, title, publishedOn, note }) => publisher || title || publishedOn || note
	);
	const sources = rows.slice(0, last + 1);
	const problems = sources
		.filter(({ publisher }) => publisher === '')
		.map(({ number }) => ({
			path: `sourcePublisher.${String(number - 1)}`,
			code: 'field.required'
		}));
	return { sources, problems: [...problems, ...citedWithoutSource(input, sources.length)] };
}

function citedWithoutSource(input: InnovationInput, sourceCount: number): FieldProblem[] {
	return writtenSections.flatMap((key) =>
		(['id', 'en'] as const).flatMap((language) => {
			const numbers = [...input[`${key}_${language}`].matchAll(/\[\^(\d{1,3})\]/g)].map((match) =>
				Number(match[1])
			);
			const number = numbers.find((each) => each < 1 || each > sourceCount);
			if (number === undefined) return [];
			return [
				{
					path: sectionField(key, language),
					code: 'innovation.unknownSource',
					values: { number }
				}
			];
		})
	);
}

function notAmong(
	path: string,
	codes: readonly string[],
	known: readonly string[]
): FieldProblem[] {
	const index = codes.findIndex((code) => !known.includes(code));
	return index < 0 ? [] : [{ path, code: 'innovation.unknownCode' }];
}

function codeOf({ code }: { readonly code: string }): string {
	return code;
}
