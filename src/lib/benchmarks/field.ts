import type { MessageKey } from '#lib/i18n/translate.ts';

const FIELDS: Readonly<Record<string, MessageKey>> = {
	civil_registration: 'kpi.field.civil_registration',
	cross_service: 'kpi.field.cross_service',
	licensing: 'kpi.field.licensing',
	health: 'kpi.field.health',
	education: 'kpi.field.education'
};

/** The message with the name of a field of government; null for an unknown one. */
export function fieldKey(groupCode: string): MessageKey | null {
	return FIELDS[groupCode] ?? null;
}

/** Rows in the order given, put together by what they share. */
export function groupedBy<Row, Key>(
	rows: readonly Row[],
	keyOf: (row: Row) => Key
): [Key, Row[]][] {
	const groups = new Map<Key, Row[]>();
	for (const row of rows) {
		const others = groups.get(keyOf(row));
		if (others) others.push(row);
		else groups.set(keyOf(row), [row]);
	}
	return [...groups];
}

/** The first sentence of a text. */
export function firstSentence(text: string): string {
	return /^.+?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
