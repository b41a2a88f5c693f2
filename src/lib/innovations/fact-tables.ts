import { valueText } from '#lib/charts/value-text.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Kpi } from '#lib/database/tables/catalogue.ts';
import { type Locale, localName, type LocalNamed, type MessageKey } from '#lib/i18n/translate.ts';
import type { Facts, Result } from './facts.ts';
import { localText } from './local-text.ts';
import {
	type FactPair,
	objectives,
	replication,
	resources,
	type Told,
	type Words
} from './fact-pairs.ts';
import type { WrittenSection } from './sections.ts';
import { parseStarted, startedText } from './started.ts';

/** A cell; `href` leads to what it names, `isUnknown` marks a gap as a gap. */
export interface FactCell {
	readonly text: string;
	readonly lang?: Locale;
	readonly kpi?: string;
	readonly isUnknown?: boolean;
}

/** A table of structured facts under a section of a write-up; without rows nothing is known. */
export interface FactTable {
	readonly title: string;
	readonly header: readonly string[];
	readonly rows: readonly (readonly FactCell[])[];
}

interface KpiName extends LocalNamed {
	readonly code: string;
	readonly unit: string;
	readonly decimals: number;
	readonly direction: Kpi['direction'];
}

/** The tables that stand under the sections of a write-up, in the reader's language. */
export function factTables(
	words: Words,
	innovation: Told,
	facts: Facts,
	kpis: readonly KpiName[]
): Partial<Record<WrittenSection, FactTable[]>> {
	return {
		objectives: [pairs(words, 'objectives', objectives(words, innovation, facts))],
		steps: [steps(words, facts)],
		resources: [pairs(words, 'resources', resources(words, innovation, facts))],
		results: [results(words, facts, kpis)],
		replication: [
			pairs(words, 'replication', replication(words, innovation, facts)),
			requirements(words, facts)
		],
		evidence: [regulations(words, facts), ...awards(words, facts)]
	};
}

function pairs({ t }: Words, title: string, all: readonly FactPair[]): FactTable {
	const isKnown = all.some(([, value]) => value !== null && value !== '');
	return {
		title: t(`innovation.facts.${title}` as MessageKey),
		header: [t('innovation.facts.item'), t('innovation.facts.value')],
		rows: isKnown ? all.map(([label, value]) => [{ text: label }, cell({ t }, value)]) : []
	};
}

function steps(words: Words, facts: Facts): FactTable {
	const { t } = words;
	// As they happened; what has no date stays where it was written.
	const ordered = facts.steps.toSorted((a, b) =>
		a.on === null || b.on === null ? 0 : a.on < b.on ? -1 : a.on > b.on ? 1 : 0
	);
	return table(words, 'steps', ['stepOn', 'stepStage', 'stepText'], (cells) =>
		ordered.map(({ stage, on, textId, textEn }) => [
			cells(when(words, on)),
			{ text: t(`innovation.step.${stage}`) },
			told(words, textId, textEn)
		])
	);
}

function results(words: Words, facts: Facts, kpis: readonly KpiName[]): FactTable {
	const { locale, t } = words;
	const columns = ['resultKpi', 'resultBefore', 'resultAfter', 'resultSource'] as const;
	const figure = (result: Result, side: 'before' | 'after'): string | null => {
		const value = result[side];
		if (value === null) return null;
		const kpi = kpis.find(({ code }) => code === result.kpi);
		const text = kpi
			? valueText(value, { ...kpi, locale, t })
			: formatNumber(locale, value, decimalsOf(value));
		const period = when(words, result[`${side}Period`]);
		return period ? `${text} (${period})` : text;
	};
	return table(words, 'results', columns, (cells) =>
		facts.results.map((result) => {
			const kpi = kpis.find(({ code }) => code === result.kpi);
			const label = localText(locale, { id: result.labelId, en: result.labelEn });
			const name = kpi ? localName(locale, kpi) : (result.kpi ?? '');
			return [
				{
					text: [name, label.text].filter(Boolean).join('. '),
					...(name === '' && { lang: label.lang }),
					...(kpi && { kpi: kpi.code })
				},
				cells(figure(result, 'before')),
				cells(figure(result, 'after')),
				cells(
					result.source === null ? null : t('innovation.sourceNumber', { number: result.source })
				)
			];
		})
	);
}

function requirements(words: Words, facts: Facts): FactTable {
	const { t } = words;
	const columns = ['requirementKind', 'requirementText', 'requirementAdaptable'] as const;
	return table(words, 'requirements', columns, (cells) =>
		facts.requirements.map(({ kind, textId, textEn, isAdaptable }) => [
			{ text: t(`innovation.requirement.${kind}`) },
			told(words, textId, textEn),
			cells(isAdaptable === null ? null : t(`innovation.adaptable.${isAdaptable ? '1' : '0'}`))
		])
	);
}

function regulations(words: Words, facts: Facts): FactTable {
	const { t } = words;
	return table(words, 'regulations', ['lawKind', 'lawNumber', 'lawYear', 'lawAbout'], (cells) =>
		facts.regulations.map(({ kind, number, year, about }) => [
			{ text: t(`innovation.regulation.${kind}`) },
			cells(number),
			cells(year === null ? null : String(year)),
			about === '' ? cells(null) : { text: about, lang: 'id' as const }
		])
	);
}

/** Most innovations have none, and that is no gap: the table is there when one is named. */
function awards(words: Words, facts: Facts): FactTable[] {
	if (facts.awards.length === 0) return [];
	return [
		table(words, 'awards', ['awardName', 'awardYear', 'awardLevel'], (cells) =>
			facts.awards.map(({ name, year, level }) => [
				{ text: name, lang: 'id' as const },
				cells(year === null ? null : String(year)),
				cells(level && words.t(`innovation.award.${level}`))
			])
		)
	];
}

type Cells = (text: string | null) => FactCell;

function table(
	{ t }: Words,
	title: string,
	columns: readonly string[],
	rows: (cells: Cells) => FactTable['rows']
): FactTable {
	return {
		title: t(`innovation.facts.${title}` as MessageKey),
		header: columns.map((name) => t(`innovation.field.${name}` as MessageKey)),
		rows: rows((text) => cell({ t }, text))
	};
}

function cell({ t }: Pick<Words, 't'>, text: string | null): FactCell {
	return text ? { text } : { text: t('innovation.fact.unknown'), isUnknown: true };
}

function told({ locale }: Words, id: string, en: string | null): FactCell {
	const { text, lang } = localText(locale, { id, en });
	return { text, lang };
}

function when({ locale }: Words, text: string | null): string | null {
	const parsed = text === null ? null : parseStarted(text);
	return parsed && startedText(locale, parsed);
}

function decimalsOf(value: number): number {
	return Math.min(4, (String(value).split('.')[1] ?? '').length);
}
