import type { EnteredParts } from '../derive-entered.ts';
import type { Presence } from '../row-kind.ts';
import type { RowTexts } from '../grid-row.ts';
import type { EntryStatus } from '../workflow.ts';

/** What the server stores of a row that two people changed. */
export interface StoredRow {
	readonly version: number;
	readonly parts: EnteredParts;
	readonly presence: Presence;
}

/** How saving a row ended. */
export type SaveResult =
	| {
			readonly kind: 'saved';
			readonly version: number;
			readonly status: EntryStatus;
			readonly savedAt: string;
	  }
	| { readonly kind: 'conflict'; readonly stored: StoredRow }
	/** The server refuses; its text says why. */
	| { readonly kind: 'refused'; readonly text: string }
	/** The server could not be reached or is busy: trying again may help. */
	| { readonly kind: 'unreachable' };

type StoredJson = EnteredParts & { readonly missingReason: string | null };

interface Answer {
	readonly version?: number;
	readonly status?: EntryStatus | number;
	readonly savedAt?: string;
	readonly detail?: string;
	readonly stored?: StoredJson | null;
	readonly errors?: readonly { readonly message: string }[];
}

/** Sends one row to the server; the answer is what was really stored. */
export async function sendRow(
	address: string,
	row: { region: string; kpi: string; version: number; texts: RowTexts }
): Promise<SaveResult> {
	let response: Response;
	let answer: Answer;
	try {
		response = await fetch(address, {
			method: 'PUT',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(row)
		});
		answer = (await response.json()) as Answer;
	} catch {
		return { kind: 'unreachable' };
	}
	const { version = 0, status, savedAt = '', stored } = answer;
	if (response.ok && typeof status === 'string') return { kind: 'saved', version, status, savedAt };
	if (response.status === 409 && stored) {
		const { missingReason, ...parts } = stored;
		const presence = missingReason === null ? 'figures' : 'not_applicable';
		return { kind: 'conflict', stored: { version, parts, presence } };
	}
	if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
	return { kind: 'refused', text: answer.errors?.[0]?.message ?? answer.detail ?? '' };
}
