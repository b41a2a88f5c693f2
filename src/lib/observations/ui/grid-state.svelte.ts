import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { checkEntry, needsNote } from '../entry-checks.ts';
import type { Finding } from '../entry-check.ts';
import { type ReadRow, readRow, type RowTexts, signatureOf, textsOf } from '../grid-row.ts';
import type { GridRow } from '../server/month-grid.ts';
import type { EntryStatus } from '../workflow.ts';
import { type SaveResult, sendRow, type StoredRow } from './save-row.ts';

/** How a row stands, in the order in which one of several is told. */
export type RowState =
	'locked' | 'conflict' | 'invalid' | 'saving' | 'failed' | 'unsaved' | 'note' | 'saved' | 'empty';

interface Saved {
	readonly version: number;
	readonly status: EntryStatus | null;
	readonly savedAt: string | null;
	readonly signature: string;
}

/** What is known of a row beside its texts. */
export interface RowView {
	readonly state: RowState;
	readonly read: ReadRow;
	readonly findings: readonly Finding[];
	readonly saved: Saved;
	readonly conflict: StoredRow | undefined;
	/** Why the server refused the row. */
	readonly refusal: string | undefined;
}

const SAVE_AFTER_MS = 400;
const RETRY_AFTER_MS = 5000;

interface GridSource {
	readonly region: string;
	readonly month: number;
	/** Where rows are saved. */
	readonly address: string;
	readonly comma: boolean;
	readonly rows: readonly GridRow[];
	/** What was typed and refused, by the name of the form's field; undefined for the rest. */
	readonly typed: (kpi: string, field: string) => string | undefined;
	/** Rows that someone else has changed since they were typed. */
	readonly conflicting: readonly string[];
}

/**
 * The month as it is typed: the texts of every row, what the checks find in them, what the server
 * has confirmed, and the last change to take back. Works without a document; the page writes texts
 * into its inputs through `show`.
 */
export function createGrid(source: GridSource, show: (kpi: string, texts: RowTexts) => void) {
	const rows = new Map(source.rows.map((row) => [row.kpi.code, row]));
	const initial = (row: GridRow) => textsOf(row.kpi, row, source.comma);
	const texts = new SvelteMap(
		source.rows.map((row) => [row.kpi.code, withTyped(row.kpi.code, initial(row))])
	);
	const committed = new Map(texts);
	const saved = new SvelteMap(
		source.rows.map((row): [string, Saved] => [
			row.kpi.code,
			{
				version: row.version,
				status: row.status,
				savedAt: row.updatedAt,
				signature: signatureOf(row.kpi, initial(row))
			}
		])
	);
	const saving = new SvelteSet<string>();
	const failed = new SvelteSet<string>();
	const conflicts = new SvelteMap<string, StoredRow>(
		source.rows
			.filter(({ kpi }) => source.conflicting.includes(kpi.code))
			.map(({ kpi, ...stored }) => [kpi.code, stored])
	);
	const refusals = new SvelteMap<string, string>();
	const timers = new Map<string, ReturnType<typeof setTimeout>>();
	const undoable: ReadonlyMap<string, RowTexts>[] = $state([]);

	function withTyped(kpi: string, stored: RowTexts): RowTexts {
		return Object.fromEntries(
			Object.entries(stored).map(([field, text]) => [field, source.typed(kpi, field) ?? text])
		);
	}

	function requireRow(kpi: string): GridRow {
		const row = rows.get(kpi);
		if (!row) throw new RangeError(`No row ${kpi}`);
		return row;
	}

	function viewOf(kpi: string): RowView {
		const row = requireRow(kpi);
		const now = texts.get(kpi) ?? {};
		const read = readRow(row.kpi, now);
		const known = saved.get(kpi) ?? { version: 0, status: null, savedAt: null, signature: '' };
		const entry = {
			...read.parts,
			missingReason: read.presence === 'not_applicable' ? 'not_applicable' : null
		};
		const { earlier, shareMin } = row;
		const findings = row.isOpen
			? checkEntry({
					kpi: row.kpi,
					month: source.month,
					entry,
					earlier,
					shareMin,
					expectedVolume: null
				})
			: [];
		const view = { read, findings, saved: known, conflict: conflicts.get(kpi) };
		return { ...view, refusal: refusals.get(kpi), state: stateOf(kpi, view) };
	}

	function stateOf(kpi: string, view: Omit<RowView, 'state' | 'refusal'>): RowState {
		const row = requireRow(kpi);
		const isSaved = signatureOf(row.kpi, texts.get(kpi) ?? {}) === view.saved.signature;
		if (!row.isOpen) return 'locked';
		if (view.conflict) return 'conflict';
		if (isInvalid(view) || refusals.has(kpi)) return 'invalid';
		if (saving.has(kpi)) return 'saving';
		if (failed.has(kpi)) return 'failed';
		if (!isSaved) return 'unsaved';
		if (needsNote(view.findings) && view.read.note === '') return 'note';
		return view.saved.savedAt === null ? 'empty' : 'saved';
	}

	function isInvalid({ read, findings }: Pick<RowView, 'read' | 'findings'>): boolean {
		return read.problems.length > 0 || findings.some(({ severity }) => severity === 'error');
	}

	function type(kpi: string, field: string, text: string): void {
		refusals.delete(kpi);
		texts.set(kpi, { ...texts.get(kpi), [field]: text });
	}

	/** Ends a change of some rows: it can be taken back from now on, and is saved. */
	function commit(kpis: readonly string[]): void {
		const changed = kpis.filter((kpi) => {
			const { kpi: rowKpi } = requireRow(kpi);
			return (
				signatureOf(rowKpi, texts.get(kpi) ?? {}) !== signatureOf(rowKpi, committed.get(kpi) ?? {})
			);
		});
		if (changed.length === 0) return;
		undoable.push(new Map(changed.map((kpi) => [kpi, committed.get(kpi) ?? {}])));
		for (const kpi of changed) settle(kpi);
	}

	function undo(): void {
		const before = undoable.pop();
		for (const [kpi, old] of before ?? []) {
			texts.set(kpi, old);
			refusals.delete(kpi);
			show(kpi, old);
			settle(kpi);
		}
	}

	function settle(kpi: string): void {
		committed.set(kpi, texts.get(kpi) ?? {});
		plan(kpi, SAVE_AFTER_MS);
	}

	function plan(kpi: string, afterMs: number): void {
		clearTimeout(timers.get(kpi));
		timers.set(
			kpi,
			setTimeout(() => void save(kpi), afterMs)
		);
	}

	async function save(kpi: string): Promise<void> {
		const row = requireRow(kpi);
		const sent = texts.get(kpi) ?? {};
		const known = saved.get(kpi);
		const signature = signatureOf(row.kpi, sent);
		if (!known || !row.isOpen || saving.has(kpi) || conflicts.has(kpi)) return;
		if (signature === known.signature || isInvalid(viewOf(kpi))) return;
		saving.add(kpi);
		const { region, address } = source;
		const result = await sendRow(address, { region, kpi, version: known.version, texts: sent });
		saving.delete(kpi);
		take(kpi, result, signature);
	}

	function take(kpi: string, result: SaveResult, signature: string): void {
		failed.delete(kpi);
		if (result.kind === 'saved') {
			const { version, status, savedAt } = result;
			saved.set(kpi, { version, status, savedAt, signature });
			// More may have been typed while the row was on its way.
			if (signatureOf(requireRow(kpi).kpi, texts.get(kpi) ?? {}) !== signature) plan(kpi, 0);
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
		const known = saved.get(kpi);
		if (!stored || !known) return;
		const row = requireRow(kpi);
		const note = texts.get(kpi)?.note ?? '';
		const theirs = textsOf(row.kpi, { ...stored, note }, source.comma);
		conflicts.delete(kpi);
		saved.set(kpi, {
			...known,
			version: stored.version,
			status: 'draft',
			savedAt: known.savedAt ?? '',
			signature: choice === 'theirs' ? signatureOf(row.kpi, theirs) : ''
		});
		if (choice === 'theirs') {
			texts.set(kpi, theirs);
			committed.set(kpi, theirs);
			show(kpi, theirs);
		} else plan(kpi, 0);
	}

	return {
		viewOf,
		textsOf: (kpi: string): RowTexts => texts.get(kpi) ?? {},
		type,
		commit,
		choose,
		undo,
		get mayUndo() {
			return undoable.length > 0;
		},
		/** Whether anything typed has not been confirmed by the server. */
		get isUnsaved() {
			return source.rows.some(({ kpi, isOpen }) => {
				const known = saved.get(kpi.code)?.signature;
				return isOpen && signatureOf(kpi, texts.get(kpi.code) ?? {}) !== known;
			});
		}
	};
}

export type Grid = ReturnType<typeof createGrid>;
