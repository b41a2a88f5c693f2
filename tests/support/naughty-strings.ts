import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const file = createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json');

/** The big list of naughty strings: what has broken other programs' fields. */
export const naughtyStrings = (JSON.parse(readFileSync(file, 'utf8')) as string[]).filter(
	(text) => text !== ''
);

/** All of it in texts that are no longer than a field may be. */
export function naughtyTexts(length: number): string[] {
	const texts: string[] = [];
	for (const text of naughtyStrings) {
		const last = texts.at(-1);
		if (last !== undefined && last.length + text.length < length) {
			texts[texts.length - 1] = `${last} ${text}`;
		} else texts.push(text.slice(0, length));
	}
	return texts;
}
