export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'failed' | 'refused' | 'conflict';

interface Saved {
	readonly version: number;
	readonly savedAt: string;
	/** What the stored text now holds of this form, to tell later changes of others from ours. */
	readonly base: string;
}

interface Copy {
	readonly at: string;
	/** Sent with the form; whether it arrived, the next page tells. */
	readonly isSent?: boolean;
	readonly fields: readonly (readonly [string, string])[];
}

const QUIET_MS = 2_500;
const COPY_MS = 500;
const PATIENCE_MS = 15_000;
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

function keepCopy(key: string, form: HTMLFormElement, now: Date, isSent = false): void {
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

/**
 * Saves a form some seconds after the last key, and keeps a copy in the browser until the server
 * has confirmed it. Without an address only the copy is kept. Returns what ends it.
 */
export function autosave(
	form: HTMLFormElement,
	{
		key,
		address,
		tell
	}: {
		readonly key: string;
		readonly address: string | null;
		readonly tell: (state: SaveState, savedAt?: string) => void;
	}
): () => void {
	let quiet: ReturnType<typeof setTimeout> | undefined;
	let copying: ReturnType<typeof setTimeout> | undefined;
	let running = Promise.resolve();
	let isSaving = false;
	let turn = 0;
	const ended = new AbortController();

	const save = async (): Promise<void> => {
		if (address === null || ended.signal.aborted) return;
		const mine = turn;
		isSaving = true;
		tell('saving');
		try {
			const response = await fetch(address, {
				method: 'POST',
				body: new FormData(form),
				signal: AbortSignal.timeout(PATIENCE_MS)
			});
			if (isAborted(ended.signal)) return;
			if (!response.ok) {
				tell(response.status === 409 ? 'conflict' : response.status < 500 ? 'refused' : 'failed');
				return;
			}
			const saved = (await response.json()) as Saved;
			setField(form, 'version', String(saved.version));
			setField(form, 'base', saved.base);
			if (mine !== turn) return;
			dropCopy(key);
			tell('saved', saved.savedAt);
		} catch {
			tell('failed');
		} finally {
			isSaving = false;
		}
	};
	const typed = () => {
		turn += 1;
		tell('typing');
		clearTimeout(copying);
		copying = setTimeout(() => {
			keepCopy(key, form, new Date());
		}, COPY_MS);
		clearTimeout(quiet);
		quiet = setTimeout(() => {
			running = running.then(save);
		}, QUIET_MS);
	};
	const sent = (event: SubmitEvent) => {
		clearTimeout(quiet);
		clearTimeout(copying);
		// What is on its way would look like somebody else's change to what is sent now.
		if (isSaving) {
			event.preventDefault();
			void running.then(() => {
				form.requestSubmit(event.submitter);
			});
			return;
		}
		ended.abort();
		if (turn > 0) keepCopy(key, form, new Date(), true);
	};
	form.addEventListener('input', typed);
	form.addEventListener('submit', sent);
	return () => {
		ended.abort();
		clearTimeout(quiet);
		clearTimeout(copying);
		form.removeEventListener('input', typed);
		form.removeEventListener('submit', sent);
	};
}

/** Asked anew: it may have ended while the server was waited for. */
function isAborted(signal: AbortSignal): boolean {
	return signal.aborted;
}

function setField(form: HTMLFormElement, name: string, value: string): void {
	const field = form.elements.namedItem(name);
	if (field instanceof HTMLInputElement) field.value = value;
}
