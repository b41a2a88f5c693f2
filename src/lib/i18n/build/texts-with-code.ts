import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import en from '../messages/en.json' with { type: 'json' };
import id from '../messages/id.json' with { type: 'json' };
import type { MessageKey } from '../translate.ts';
import { keysIn } from './keys-in.ts';

const KEYS = Object.keys(en) as MessageKey[];
const TEXTS = fileURLToPath(new URL('../texts.ts', import.meta.url));
/** Modules without any need not be parsed: a key, or a template such as `unit.${code}`, begins so. */
export const PERHAPS_A_KEY = /["'`][a-zA-Z]+\.[a-zA-Z$]/;
const OWN_MODULE = /\/(?:src|tests)\/[^?]+\.(?:svelte|ts)$/;

/**
 * Puts the texts that a module of the browser names into the module, in both languages: a page
 * loads the texts it can show and no others. The server keeps the whole catalogue.
 */
export function textsWithCode(): Plugin {
	return {
		name: 'texts-with-code',
		enforce: 'post',
		applyToEnvironment: ({ name }) => name === 'client',
		transform: {
			filter: { id: OWN_MODULE, code: PERHAPS_A_KEY },
			handler(code) {
				const keys = keysIn(this.parse(code), KEYS);
				if (keys.length === 0) return null;
				const texts = Object.fromEntries(keys.map((key) => [key, [id[key], en[key]]]));
				return {
					code: `${code}\nimport { addTexts as __addTexts } from ${JSON.stringify(TEXTS)};\n__addTexts(${JSON.stringify(texts)});\n`,
					map: null
				};
			}
		}
	};
}
