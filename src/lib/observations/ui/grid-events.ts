import { isBlock, placeBlock, readBlock } from '../pasted-block.ts';
import { isCell, isControl, placeOf } from './grid-controls.ts';
import { cellKeyOf, moveFrom, positionOf } from './grid-keys.ts';
import type { Grid } from './grid-state.svelte.ts';

/** What came of a pasted block: how many cells it filled, and how many found none. */
export interface Pasted {
	readonly count: number;
	readonly left: number;
}

/**
 * What typing, keys and pasting do to the month, as in a spreadsheet.
 * @param tell is told what was pasted
 */
export function gridEvents(grid: Grid, tell: (pasted: Pasted) => void) {
	let atFocus = '';

	function follow({ target }: Event): void {
		const place = isControl(target) ? placeOf(target) : null;
		if (isControl(target) && place) grid.type(...place, target.value);
	}

	function settle(event: Event): void {
		follow(event);
		const place = isControl(event.target) ? placeOf(event.target) : null;
		if (place) grid.commit([place[0]]);
	}

	function enter({ target }: FocusEvent): void {
		if (!isCell(target)) return;
		atFocus = target.value;
		target.select();
	}

	function press(event: KeyboardEvent): void {
		const { target } = event;
		const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
		if (isUndo && isCell(target) && target.value === atFocus && grid.mayUndo) {
			event.preventDefault();
			grid.undo();
			atFocus = target.value;
			return;
		}
		const key = isCell(target) ? cellKeyOf(event, target) : null;
		if (!isCell(target) || key === null) return;
		event.preventDefault();
		if (key !== 'restore') {
			moveFrom(target, key);
			return;
		}
		target.value = atFocus;
		follow(event);
		target.select();
	}

	function paste(event: ClipboardEvent): void {
		const { target } = event;
		const text = event.clipboardData?.getData('text/plain') ?? '';
		if (!isCell(target) || !isBlock(text)) return;
		event.preventDefault();
		const inputs = [...(target.closest('table')?.querySelectorAll('input') ?? [])].filter(isCell);
		const names: (string | null)[][] = [];
		for (const input of inputs) {
			const [row, column] = positionOf(input);
			const cells = (names[row] ??= []);
			cells[column] = input.readOnly ? null : input.name;
		}
		const [row, column] = positionOf(target);
		const { changes, left } = placeBlock(readBlock(text), names, { row, column });
		const changed: string[] = [];
		for (const change of changes) {
			const input = inputs.find(({ name }) => name === change.name);
			const place = input && placeOf(input);
			if (!place) continue;
			input.value = change.text;
			grid.type(...place, change.text);
			if (!changed.includes(place[0])) changed.push(place[0]);
		}
		grid.commit(changed);
		atFocus = target.value;
		tell({ count: changes.length, left });
	}

	return { follow, settle, enter, press, paste };
}
