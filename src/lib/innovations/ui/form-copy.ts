/** What a form held in this browser at a time. */
export interface Copy {
	readonly at: string;
	/** Sent with the form; whether it arrived, the next page tells. */
	readonly isSent?: boolean;
	readonly fields: readonly (readonly [string, string])[];
}

const PREFIX = 'studi-tiru ';

/** Where the copy of a page's form lies. */
export function copyKeyOf(pathname: string): string {
	return PREFIX + pathname;
}

/** The copy of a form in this browser that has not reached the server; null when there is none. */
export function readCopy(key: string): Copy | null {
	try {
		const stored = localStorage.getItem(key);
		return stored === null ? null : (JSON.parse(stored) as Copy);
	} catch {
		return null;
	}
}

/** Forgets the copy of a form. */
export function dropCopy(key: string): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Storage may be forbidden; then there is nothing to drop.
	}
}

/** Forgets what was sent: the server has stored it. */
export function dropSentCopies(): void {
	try {
		for (const key of Object.keys(localStorage)) {
			if (key.startsWith(PREFIX) && readCopy(key)?.isSent) dropCopy(key);
		}
	} catch {
		// Storage may be forbidden; then there is nothing to drop.
	}
}

/** What a form holds, without what the server put there for itself. */
function fieldsOf(form: HTMLFormElement): readonly (readonly [string, string])[] {
	return [...new FormData(form)].flatMap(([name, value]) =>
		typeof value === 'string' && !/^(?:version|base|takeTheirs\[\])$/.test(name)
			? [[name, value.replaceAll('\r\n', '\n').trim()] as const]
			: []
	);
}

/** When the copy was made that says something else than the form; a copy that does not is dropped. */
export function findCopy(key: string, form: HTMLFormElement): string | undefined {
	const copy = readCopy(key);
	if (!copy) return undefined;
	if (JSON.stringify(copy.fields) !== JSON.stringify(fieldsOf(form))) return copy.at;
	dropCopy(key);
	return undefined;
}

/** Keeps what a form holds in this browser, until the server has it. */
export function keepCopy(key: string, form: HTMLFormElement, now: Date, isSent = false): void {
	try {
		const copy: Copy = { at: now.toISOString(), isSent, fields: fieldsOf(form) };
		localStorage.setItem(key, JSON.stringify(copy));
	} catch {
		// Full or forbidden: the server still has what it confirmed.
	}
}

/** Puts a copy back into the form's fields, each name's values in their order. */
export function restoreCopy(form: HTMLFormElement, { fields }: Copy): void {
	const values = Map.groupBy(fields, ([name]) => name);
	for (const element of form.elements) {
		if (element instanceof HTMLInputElement && /checkbox|radio/.test(element.type)) {
			element.checked = (values.get(element.name) ?? []).some(
				([, value]) => value === element.value
			);
		} else if (
			element instanceof HTMLInputElement ||
			element instanceof HTMLTextAreaElement ||
			element instanceof HTMLSelectElement
		) {
			const next = values.get(element.name)?.shift();
			if (!next || element.value === next[1]) continue;
			element.value = next[1];
			// An editor over the field reads it anew.
			element.dispatchEvent(new Event('change'));
		}
	}
	form.dispatchEvent(new Event('input', { bubbles: true }));
}
