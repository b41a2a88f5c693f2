import { type applyAction, deserialize } from '$app/forms';

type ActionResult = Parameters<typeof applyAction>[0];

export interface Sending {
	/** Rejects when the connection breaks or it is cancelled. */
	readonly result: Promise<ActionResult>;
	readonly cancel: () => void;
}

/**
 * Posts a form with its files as SvelteKit's `enhance` does, and tells how far it is: `fetch`
 * cannot say how much was sent.
 * @param onProgress the share sent, 0 to 1
 */
export function sendWithProgress(
	form: HTMLFormElement,
	onProgress: (share: number) => void
): Sending {
	const request = new XMLHttpRequest();
	const result = new Promise<ActionResult>((resolve, reject) => {
		request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
			if (lengthComputable) onProgress(loaded / total);
		});
		request.addEventListener('load', () => {
			try {
				resolve(deserialize(request.responseText));
			} catch (error) {
				reject(error instanceof Error ? error : new Error(String(error)));
			}
		});
		for (const event of ['error', 'abort', 'timeout']) {
			request.addEventListener(event, () => {
				reject(new Error(event));
			});
		}
	});
	request.open('POST', form.action);
	request.setRequestHeader('accept', 'application/json');
	request.setRequestHeader('x-sveltekit-action', 'true');
	request.send(new FormData(form));
	return {
		result,
		cancel: () => {
			request.abort();
		}
	};
}
