import type {
	Innovation,
	InnovationSection,
	InnovationSource
} from '#lib/database/tables/innovations.ts';
import type { FormValues } from '#lib/http/form.ts';
import { factValues } from './fact-input.ts';
import { readFacts } from './facts.ts';
import { sectionField } from './publishable.ts';
import { RESTRICTABLE, RESTRICTED_FIELD } from './restricted.ts';
import { isWrittenSection } from './sections.ts';
import { startedInput } from './started.ts';

/** A whole text as its form sends it: what editors, reviews and versions work with. */
export type WriteUpValues = FormValues;

interface StoredInnovation {
	readonly innovation: Innovation;
	readonly services: readonly { readonly code: string }[];
	readonly kpis: readonly { readonly code: string }[];
	readonly sections: readonly Omit<InnovationSection, 'innovationId'>[];
	readonly sources: readonly Omit<InnovationSource, 'innovationId'>[];
}

/** A stored write-up as its form would send it. */
export function toFormValues(stored: StoredInnovation): FormValues {
	const { innovation, services, kpis, sections, sources } = stored;
	const values: FormValues = {
		version: String(innovation.version),
		titleId: innovation.titleId,
		titleEn: innovation.titleEn ?? '',
		summaryId: innovation.summaryId,
		summaryEn: innovation.summaryEn ?? '',
		kind: innovation.kind,
		form: innovation.form,
		stage: innovation.stage,
		sustainability: innovation.sustainability,
		started: startedInput(innovation),
		website: innovation.website ?? '',
		needsDelegation: numberText(innovation.needsDelegation),
		difficulty: innovation.difficulty ?? '',
		staffCount: numberText(innovation.staffCount),
		annualBudgetRupiah: numberText(innovation.annualBudgetRupiah),
		...laterFields(innovation),
		services: services.map(({ code }) => code),
		kpis: kpis.map(({ code }) => code),
		sourcePublisher: sources.map(({ publisher }) => publisher),
		sourceTitle: sources.map(({ title }) => title),
		sourceDay: sources.map(({ publishedOn }) => publishedOn ?? ''),
		sourceNote: sources.map(({ note }) => note)
	};
	for (const { section, knowledge, markdownId, markdownEn, visibility } of sections) {
		if (!isWrittenSection(section)) continue;
		values[sectionField(section, 'id')] = markdownId;
		values[sectionField(section, 'en')] = markdownEn ?? '';
		if (knowledge === 'not_yet_known') values[`${section}_unknown`] = 'on';
		if (section === RESTRICTABLE && visibility === 'governments') values[RESTRICTED_FIELD] = 'on';
	}
	return values;
}

/**
 * The fields that versions do not have that were kept before structured facts were asked for. Over them lies
 * what a version holds, so that approving an old one takes nothing away.
 */
export function laterFields({ sdgs, facts }: Pick<Innovation, 'sdgs' | 'facts'>): FormValues {
	return { sdgs: sdgs.split(',').filter(Boolean), ...factValues(readFacts(facts)) };
}

/** What a form begins with when nothing is stored yet. */
export const NEW_INNOVATION: FormValues = { version: '0', sustainability: 'active' };

function numberText(value: number | null): string {
	return value === null ? '' : String(value);
}
