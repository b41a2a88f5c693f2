import { dropCopy, keepCopy } from './form-copy.ts';

export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | 'failed' | 'refused' | 'conflict';

interface Saved {
	readonly version: number;
	readonly savedAt: string;
	/** What the stored text now holds of this form, to tell later changes of others from ours. */
	readonly base: string;
}

const QUIET_MS = 2_500;
const COPY_MS = 500;
const PATIENCE_MS = 15_000;

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
