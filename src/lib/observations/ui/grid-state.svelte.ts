import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { type RowTexts, signatureOf, textsOf } from '../grid-row.ts';
import { fieldsOf } from '../row-kind.ts';
import type { GridRow } from '../server/month-grid.ts';
import { isInvalid, judgeRow, type RowView, type SavedRow, stateOf } from './row-state.ts';
import { type SaveResult, sendRow, type StoredRow } from './save-row.ts';

const SAVE_AFTER_MS = 400;
const RETRY_AFTER_MS = 5000;

interface GridSource {
	readonly region: string;
	/** The index of the month. */
	readonly month: number;
	/** Where rows are saved. */
	readonly address: string;
	/** Whether decimals are written with a comma. */
	readonly comma: boolean;
	readonly rows: readonly GridRow[];
	/** What was typed and refused, by the name of the form's field; undefined for the rest. */
	readonly typed: (kpi: string, field: string) => string | undefined;
	/** Rows that someone else has changed since they were typed. */
	readonly conflicting: readonly string[];
}

/** A row while it is typed. */
interface LiveRow {
	readonly row: GridRow;
	/** What its controls hold now, and what they held at the end of the last change. */
	texts: RowTexts;
	committed: RowTexts;
	timer?: ReturnType<typeof setTimeout>;
}

/**
 * The month as it is typed: the texts of every row, what the checks find in them, what the server
 * has confirmed, and the last changes to take back.
 * @param show writes texts that nobody typed into the row's controls
 */
export function createGrid(source: GridSource, show: (kpi: string, texts: RowTexts) => void) {
	const rows = new SvelteMap(source.rows.map((row) => [row.kpi.code, liveRow(row)]));
	const saved = new SvelteMap(source.rows.map((row) => [row.kpi.code, storedRow(row)]));
	const saving = new SvelteSet<string>();
	const failed = new SvelteSet<string>();
	const refusals = new SvelteMap<string, string>();
	const conflicts = new SvelteMap<string, StoredRow>(
		source.rows
			.filter(({ kpi }) => source.conflicting.includes(kpi.code))
			.map(({ kpi, ...stored }) => [kpi.code, stored])
	);
	const undoable: (readonly (readonly [kpi: string, texts: RowTexts])[])[] = $state([]);

	function storedTexts(row: GridRow): RowTexts {
		return textsOf(row.kpi, row, source.comma);
	}

	function storedRow(row: GridRow): SavedRow {
		const { version, status, updatedAt } = row;
		return {
			version,
			status,
			savedAt: updatedAt,
			signature: signatureOf(row.kpi, storedTexts(row))
		};
	}

	function liveRow(row: GridRow): LiveRow {
		const stored = storedTexts(row);
		const typed = Object.entries(stored).map(
			([field, text]) => [field, source.typed(row.kpi.code, field) ?? text] as const
		);
		return { row, texts: Object.fromEntries(typed), committed: stored };
	}

	function find(kpi: string): LiveRow & { readonly known: SavedRow } {
		const [live, known] = [rows.get(kpi), saved.get(kpi)];
		if (!live || !known) throw new RangeError(`No row ${kpi}`);
		return { ...live, known };
	}

	function change(kpi: string, changes: Partial<LiveRow>): void {
		const live = rows.get(kpi);
		if (live) rows.set(kpi, { ...live, ...changes });
	}

	function signature(kpi: string): string {
		const { row, texts } = find(kpi);
		return signatureOf(row.kpi, texts);
	}

	function viewOf(kpi: string): RowView {
		const { row, texts, known } = find(kpi);
		const view = {
			...judgeRow(row, source.month, texts),
			saved: known,
			conflict: conflicts.get(kpi),
			refusal: refusals.get(kpi)
		};
		const state = stateOf(row, view, {
			isSaving: saving.has(kpi),
			isFailed: failed.has(kpi),
			isSaved: signature(kpi) === known.signature
		});
		return { ...view, state };
	}

	function type(kpi: string, field: string, text: string): void {
		refusals.delete(kpi);
		const { row, texts } = find(kpi);
		// Who types a figure into a row that was said to have none means the figure.
		const isFigure = fieldsOf(row.kpi).some((one) => one === field) && Number(text || 0) !== 0;
		const typed = { ...texts, [field]: text, ...(isFigure && { presence: 'figures' }) };
		change(kpi, { texts: typed });
		if (typed.presence !== texts.presence && field !== 'presence') show(kpi, typed);
	}

	/** Ends a change of some rows: it can be taken back from now on, and is saved. */
	function commit(kpis: readonly string[]): void {
		const changed = kpis.filter((kpi) => {
			const { row, committed } = find(kpi);
			return signature(kpi) !== signatureOf(row.kpi, committed);
		});
		if (changed.length === 0) return;
		undoable.push(changed.map((kpi) => [kpi, find(kpi).committed]));
		for (const kpi of changed) settle(kpi);
	}

	function undo(): void {
		for (const [kpi, texts] of undoable.pop() ?? []) {
			refusals.delete(kpi);
			change(kpi, { texts });
			show(kpi, texts);
			settle(kpi);
		}
	}

	function settle(kpi: string): void {
		change(kpi, { committed: find(kpi).texts });
		plan(kpi, SAVE_AFTER_MS);
	}

	function plan(kpi: string, afterMs: number): void {
		clearTimeout(find(kpi).timer);
		change(kpi, { timer: setTimeout(() => void save(kpi), afterMs) });
	}

	async function save(kpi: string): Promise<void> {
		const { row, texts, known } = find(kpi);
		if (!row.isOpen || saving.has(kpi) || conflicts.has(kpi)) return;
		const sent = signature(kpi);
		if (sent === known.signature || isInvalid(judgeRow(row, source.month, texts))) return;
		saving.add(kpi);
		const { region, address } = source;
		const result = await sendRow(address, { region, kpi, version: known.version, texts });
		saving.delete(kpi);
		take(kpi, result, sent);
	}

	function take(kpi: string, result: SaveResult, sent: string): void {
		failed.delete(kpi);
		if (result.kind === 'saved') {
			const { version, status, savedAt } = result;
			saved.set(kpi, { version, status, savedAt, signature: sent });
			if (signature(kpi) !== sent) plan(kpi, 0); // typed while the row was on its way
		} else if (result.kind === 'conflict') conflicts.set(kpi, result.stored);
		else if (result.kind === 'refused') refusals.set(kpi, result.text);
		else {
			failed.add(kpi);
			plan(kpi, RETRY_AFTER_MS);
		}
	}

	/** Ends a conflict: with one's own figures, or with those that the other person stored. */
	function choose(kpi: string, choice: 'mine' | 'theirs'): void {
		const stored = conflicts.get(kpi);
		if (!stored) return;
		const { row, texts, known } = find(kpi);
		const theirs = textsOf(row.kpi, { ...stored, note: texts.note ?? '' }, source.comma);
		conflicts.delete(kpi);
		saved.set(kpi, {
			version: stored.version,
			status: 'draft',
			savedAt: known.savedAt ?? '',
			signature: choice === 'theirs' ? signatureOf(row.kpi, theirs) : ''
		});
		if (choice === 'mine') plan(kpi, 0);
		else {
			change(kpi, { texts: theirs, committed: theirs });
			show(kpi, theirs);
		}
	}

	return {
		viewOf,
		textsOf: (kpi: string): RowTexts => find(kpi).texts,
		type,
		commit,
		choose,
		undo,
		get mayUndo() {
			return undoable.length > 0;
		},
		/** Whether anything typed has not been confirmed by the server. */
		get isUnsaved() {
			return source.rows.some(
				({ kpi: { code }, isOpen }) => isOpen && signature(code) !== saved.get(code)?.signature
			);
		}
	};
}

export type Grid = ReturnType<typeof createGrid>;
