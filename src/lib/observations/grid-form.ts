import type { FormValues } from '#lib/http/form.ts';
import type { RowTexts } from './grid-row.ts';

/** One row of the month's form as it came. */
export interface PostedRow {
	readonly kpi: string;
	/** The version the row was filled from; null when it is no number. */
	readonly version: number | null;
	/** The signature of the row as it was sent to the browser. */
	readonly was: string;
	readonly texts: RowTexts;
	/** Of two people's figures: whose count. Empty while nobody had to choose. */
	readonly choice: 'mine' | 'theirs' | '';
	/** The version of the other person's figures that were shown. */
	readonly shownVersion: number | null;
	readonly reason: string;
}

/** What the month's form asks for beside saving. */
export type GridIntent =
	| { readonly do: 'save' }
	| { readonly do: 'submit' }
	/** Opens a published row again, for the reason typed in it. */
	| { readonly do: 'unlock'; readonly kpi: string };

/** Fields of a row are named `ADM-TAT-KTP.received`. */
export function fieldName(kpi: string, field: string): string {
	return `${kpi}.${field}`;
}

/** Reads the flat fields of the month's form as rows, in the order they came. */
export function readGridForm(values: FormValues): { intent: GridIntent; rows: PostedRow[] } {
	const byKpi = new Map<string, Record<string, string>>();
	for (const [name, value] of Object.entries(values)) {
		const [, kpi, field] = /^([A-Z0-9-]{2,20})\.(\w+)$/.exec(name) ?? [];
		if (kpi === undefined || field === undefined || typeof value !== 'string') continue;
		const row = byKpi.get(kpi) ?? {};
		byKpi.set(kpi, row);
		row[field] = value;
	}
	return {
		intent: intentOf(values.intent),
		rows: [...byKpi].map(([kpi, { version, was, choice, shownVersion, reason, ...texts }]) => ({
			kpi,
			version: versionOf(version),
			was: was ?? '',
			choice: choice === 'mine' || choice === 'theirs' ? choice : '',
			shownVersion: versionOf(shownVersion),
			reason: (reason ?? '').trim(),
			texts
		}))
	};
}

function intentOf(value: FormValues[string] | undefined): GridIntent {
	if (value === 'submit') return { do: 'submit' };
	const kpi = typeof value === 'string' ? /^unlock:([A-Z0-9-]{2,20})$/.exec(value)?.[1] : undefined;
	return kpi === undefined ? { do: 'save' } : { do: 'unlock', kpi };
}

function versionOf(text: string | undefined): number | null {
	return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
