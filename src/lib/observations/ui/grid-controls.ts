/** What a row is typed in. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The controls of a month's rows, in the order of the page. */
export function controlsOf(root: HTMLElement | undefined): Control[] {
	return [...(root?.querySelectorAll<Control>('tbody [name]:not([type=hidden])') ?? [])];
}

/** Which KPI and field a control is about; null for reasons, choices and what is not of the month. */
export function placeOf({ name }: Control): [kpi: string, field: string] | null {
	const at = name.lastIndexOf('.');
	const [kpi, field] = [name.slice(0, at), name.slice(at + 1)];
	return at < 0 || field === 'choice' || field === 'reason' ? null : [kpi, field];
}

export function isControl(target: EventTarget | null): target is Control {
	return (
		target instanceof HTMLInputElement ||
		target instanceof HTMLSelectElement ||
		target instanceof HTMLTextAreaElement
	);
}

/** Whether something is a cell with a figure, which keys move between. */
export function isCell(target: EventTarget | null): target is HTMLInputElement {
	return target instanceof HTMLInputElement && target.dataset.column !== undefined;
}

/** Writes texts that nobody typed into a row's controls. */
export function showTexts(
	root: HTMLElement | undefined,
	kpi: string,
	texts: Readonly<Record<string, string>>
): void {
	for (const control of controlsOf(root)) {
		const place = placeOf(control);
		if (place?.[0] === kpi) control.value = texts[place[1]] ?? '';
	}
}
