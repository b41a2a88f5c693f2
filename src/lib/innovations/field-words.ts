import type { MessageKey, Translate } from '#lib/i18n/translate.ts';
import { type FactColumn, factRows } from './fact-fields.ts';

/** Fields whose words are those of the facts beside the text. */
const LABELS: Readonly<Record<string, MessageKey>> = {
	place: 'innovation.edit.place',
	titleId: 'innovation.edit.titleId',
	titleEn: 'innovation.edit.titleEn',
	summaryId: 'innovation.edit.summaryId',
	summaryEn: 'innovation.edit.summaryEn',
	kind: 'innovation.fact.kind',
	form: 'innovation.fact.form',
	stage: 'innovation.fact.stage',
	sustainability: 'innovation.edit.sustainability',
	started: 'innovation.edit.started',
	website: 'innovation.edit.website',
	staffCount: 'innovation.fact.staff',
	annualBudgetRupiah: 'innovation.fact.budget',
	services: 'innovation.edit.services',
	kpis: 'innovation.edit.kpis',
	needsDelegation: 'innovation.fact.delegation',
	difficulty: 'innovation.fact.difficulty',
	sourcePublisher: 'innovation.edit.sourcePublisher',
	sourceTitle: 'innovation.edit.sourceTitle',
	sourceDay: 'innovation.edit.sourceDay',
	sourceNote: 'innovation.edit.sourceNote'
};

/** The messages of fields that hold codes: `innovation.<group>.<code>`. */
const GROUPS: Readonly<Record<string, string>> = {
	kind: 'kind',
	form: 'form',
	stage: 'stage',
	sustainability: 'sustainability',
	difficulty: 'difficulty',
	affair: 'affair',
	otherAffairs: 'affair',
	initiator: 'initiator',
	targetGroups: 'target',
	fundingSources: 'funding',
	sdgs: 'sdg'
};

const COLUMNS: ReadonlyMap<string, { readonly rows: string; readonly column: FactColumn }> =
	new Map(
		Object.entries(factRows).flatMap(([rows, { columns }]) =>
			columns.map((column) => [column.name, { rows, column }] as const)
		)
	);

/** What the form calls a field, with the list it belongs to when its rows repeat. */
export function fieldLabel(t: Translate, field: string): string {
	const known = LABELS[field];
	if (known)
		return field.startsWith('source') ? `${t('innovation.edit.sources')}: ${t(known)}` : t(known);
	const label = t(`innovation.field.${field}` as MessageKey);
	const column = COLUMNS.get(field);
	return column ? `${t(`innovation.facts.${column.rows}` as MessageKey)}: ${label}` : label;
}

/** A field's value in words; several are parted by commas, as versions hold them. */
export function fieldValue(t: Translate, field: string, value: string): string {
	const group = GROUPS[field] ?? COLUMNS.get(field)?.column.group;
	if (field === 'needsDelegation' && value !== '') {
		return t(`innovation.fact.delegation.${value === '1' ? 'needed' : 'notNeeded'}`);
	}
	if (field === 'systemShareable' && value !== '') {
		return t(`innovation.facts.${value === '1' ? 'yes' : 'no'}`);
	}
	if (!group) return value;
	return value
		.split(', ')
		.map((code) => t(`innovation.${group}.${code}` as MessageKey))
		.join(', ');
}
