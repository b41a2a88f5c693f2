import { formatNumber } from '#lib/i18n/format.ts';
import type { Locale, MessageKey, Translate } from '#lib/i18n/translate.ts';
import type { Facts } from './facts.ts';

/** What a write-up's own row says beside its facts. */
export interface Told {
	readonly staffCount: number | null;
	readonly annualBudgetRupiah: number | null;
	readonly needsDelegation: 0 | 1 | null;
	readonly difficulty: string | null;
	readonly sdgs: string;
}

/** The reader's language. */
export interface Words {
	readonly locale: Locale;
	readonly t: Translate;
}

/** A label with what is known of it; null when nothing is. */
export type FactPair = readonly [label: string, value: string | null];

/** Whom an innovation is for. */
export function objectives(words: Words, { sdgs }: Told, facts: Facts): FactPair[] {
	const { locale, t } = words;
	const count = facts.beneficiaryCount;
	const people =
		count === null
			? null
			: [
					t('innovation.facts.people', { count: formatNumber(locale, count) }),
					facts.beneficiaryBasis
				]
					.filter(Boolean)
					.join('. ');
	return [
		[t('innovation.field.targetGroups'), named(words, 'target', facts.targetGroups)],
		[t('innovation.field.beneficiaryCount'), people],
		[t('innovation.field.sdgs'), named(words, 'sdg', sdgs.split(',').filter(Boolean), '; ')]
	];
}

/** What it takes to run, in figures. */
export function resources(words: Words, innovation: Told, facts: Facts): FactPair[] {
	const { locale, t } = words;
	const { staffCount } = innovation;
	return [
		[t('innovation.field.initialBudgetRupiah'), rupiah(words, facts.initialBudgetRupiah)],
		[t('innovation.fact.budget'), rupiah(words, innovation.annualBudgetRupiah)],
		[t('innovation.field.fundingSources'), named(words, 'funding', facts.fundingSources)],
		[
			t('innovation.fact.staff'),
			staffCount === null
				? null
				: t('innovation.facts.people', { count: formatNumber(locale, staffCount) })
		],
		[t('innovation.field.equipment'), facts.equipment],
		[t('innovation.field.systemLicence'), facts.systemLicence],
		[t('innovation.field.systemShareable'), yesNo(words, facts.systemShareable)]
	];
}

/** What it takes to do the same. */
export function replication(words: Words, innovation: Told, facts: Facts): FactPair[] {
	const { t } = words;
	const { difficulty, needsDelegation } = innovation;
	return [
		[
			t('innovation.fact.difficulty'),
			difficulty && t(`innovation.difficulty.${difficulty}` as MessageKey)
		],
		[
			t('innovation.fact.delegation'),
			needsDelegation === null
				? null
				: t(`innovation.fact.delegation.${needsDelegation === 1 ? 'needed' : 'notNeeded'}`)
		],
		[
			t('innovation.field.minMonths'),
			facts.minMonths === null ? null : t('innovation.facts.months', { count: facts.minMonths })
		],
		[t('innovation.field.minCostRupiah'), rupiah(words, facts.minCostRupiah)]
	];
}

/** The words of codes from a closed list; null when there are none. */
export function named(
	{ t }: Pick<Words, 't'>,
	group: string,
	codes: readonly string[],
	separator = ', '
): string | null {
	return (
		codes.map((code) => t(`innovation.${group}.${code}` as MessageKey)).join(separator) || null
	);
}

function rupiah({ locale, t }: Words, amount: number | null): string | null {
	return amount === null
		? null
		: t('innovation.fact.rupiah', { amount: formatNumber(locale, amount) });
}

function yesNo({ t }: Words, value: boolean | null): string | null {
	return value === null ? null : t(`innovation.facts.${value ? 'yes' : 'no'}`);
}
