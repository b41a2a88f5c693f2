import { expect, type Page } from '@playwright/test';
import { collectComplaints } from './journey.ts';

/** What no text of ours becomes; pictures, forms and drawings of the site itself are not among it. */
const STRANGE =
	'iframe, object, embed, base, math, video, audio, template, main script, main style, main meta, main input[autofocus], img[src="x"], svg script, animate, main svg[onload]';

/** Watches a page from now on; what it returns finds fault with where the page is then. */
export function watchForScripts(page: Page): (where: string) => Promise<void> {
	const complaints = collectComplaints(page);
	const dialogs: string[] = [];
	page.on('dialog', (dialog) => {
		dialogs.push(dialog.message());
		void dialog.dismiss();
	});
	return async (where) => {
		const found = await page.evaluate((strange) => {
			const elements = [...document.querySelectorAll('*')];
			return {
				strange: [...document.querySelectorAll(strange)].map(({ outerHTML }) => outerHTML),
				handlers: elements
					.filter(({ attributes }) => [...attributes].some(({ name }) => /^on/i.test(name)))
					.map(({ outerHTML }) => outerHTML),
				addresses: elements
					.flatMap(({ attributes }) => [...attributes])
					.filter(({ name }) => /^(?:href|src|action|formaction|data|xlink:href)$/.test(name))
					.map(({ value }) => value)
					.filter((value) => /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(value))
			};
		}, STRANGE);
		expect(found, where).toEqual({ strange: [], handlers: [], addresses: [] });
		expect(dialogs, where).toEqual([]);
		// A breach of the content policy would be among them: then a script was there, though it did not run.
		expect(complaints, where).toEqual([]);
	};
}
