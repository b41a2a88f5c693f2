// Moving about in a month's table as in a spreadsheet. Cells are inputs with data-row and data-column.

/** What a key asks for in a cell. */
export type CellKey = 'up' | 'down' | 'left' | 'right' | 'restore' | null;

/**
 * What a key does in a cell: Enter and the arrows move, Esc gives back what was there. Left and
 * right move only from the edge of the text, or while all of it is selected.
 */
export function cellKeyOf(event: KeyboardEvent, input: HTMLInputElement): CellKey {
	if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
	switch (event.key) {
		case 'Enter':
			return event.shiftKey ? 'up' : 'down';
		case 'ArrowUp':
			return 'up';
		case 'ArrowDown':
			return 'down';
		case 'Escape':
			return 'restore';
		case 'ArrowLeft':
			return !event.shiftKey && isAtEdge(input, 'start') ? 'left' : null;
		case 'ArrowRight':
			return !event.shiftKey && isAtEdge(input, 'end') ? 'right' : null;
		default:
			return null;
	}
}

function isAtEdge({ selectionStart, selectionEnd, value }: HTMLInputElement, edge: string) {
	const isAll = selectionStart === 0 && selectionEnd === value.length;
	const at = edge === 'start' ? 0 : value.length;
	return isAll || (selectionStart === at && selectionEnd === at);
}

/** Moves the focus to the next cell in a direction, over cells that do not exist or are locked. */
export function moveFrom(input: HTMLInputElement, direction: 'up' | 'down' | 'left' | 'right') {
	const [row, column] = positionOf(input);
	const step = direction === 'up' || direction === 'left' ? -1 : 1;
	const isVertical = direction === 'up' || direction === 'down';
	const table = input.closest('table');
	const cells = [...(table?.querySelectorAll<HTMLInputElement>('input[data-column]') ?? [])].filter(
		(cell) => !cell.readOnly
	);
	const along = cells
		.map((cell) => ({ cell, at: positionOf(cell) }))
		.filter(({ at }) => (isVertical ? at[1] === column : at[0] === row))
		.map(({ cell, at }) => ({ cell, by: ((isVertical ? at[0] - row : at[1] - column) * step) | 0 }))
		.filter(({ by }) => by > 0)
		.toSorted((a, b) => a.by - b.by);
	along[0]?.cell.focus();
}

/** The row and column of a cell. */
export function positionOf({ dataset }: HTMLInputElement): [row: number, column: number] {
	return [Number(dataset.row), Number(dataset.column)];
}
