import type { Context } from '#lib/core/context.ts';
import { foldedWords } from '../fold.ts';
import { findWriteUps } from './find.ts';
import { currentSnapshot } from './snapshot.ts';
import * as vocabulary from './words-repository.ts';

const MAX_WORDS = 5;
const MAX_TITLES = 4;
const MIN_TYPED = 2;

/**
 * What somebody who is still typing may want to look for: the last word completed in the most
 * frequent ways, then titles in which all that was typed occurs.
 */
export async function suggest(
	ctx: Pick<Context, 'db' | 'now' | 'locale'>,
	typed: string
): Promise<string[]> {
	const words = foldedWords(typed).flat();
	const last = words.at(-1);
	if (last === undefined || last.length < MIN_TYPED) return [];

	const before = typed.slice(0, typed.length - last.length);
	const begun = await vocabulary.listBeginning(ctx.db, last, MAX_WORDS);
	// What was typed with other letters than it is compared with cannot be completed in place.
	const isPlain = typed.toLowerCase().endsWith(last);
	const completed = isPlain ? begun.map(({ surface }) => before + surface) : [];

	const { innovationIds } = await findWriteUps(ctx, { q: typed, limit: MAX_TITLES });
	const { byId } = await currentSnapshot(ctx.db);
	const wanted = new Set(innovationIds);
	const titles = [...byId.values()]
		.filter(({ innovationId }) => wanted.has(innovationId))
		.map(({ titleId, titleEn }) => (ctx.locale === 'en' ? (titleEn ?? titleId) : titleId));
	return [...new Set([...completed, ...titles])].filter((text) => text !== typed);
}
