import type { Context } from '#lib/core/context.ts';
import { listRegions } from '#lib/regions/server/use-cases.ts';
import { searchName } from '#lib/regions/search-name.ts';
import { regionCodeIn } from '../compare-query.ts';
import { choiceText } from '../region-choice.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** The regions that can be compared as a form suggests them, in the order of their codes. */
export async function listChoices(ctx: ReadContext): Promise<string[]> {
	return (await listRegions(ctx))
		.filter(({ autonomy }) => autonomy === 'autonomous')
		.map(choiceText);
}

/**
 * The code of the region somebody typed: a code, a suggestion of the list, its full name, or words
 * that only one region has. Null when that names none or several.
 */
export async function findTyped(ctx: ReadContext, text: string): Promise<string | null> {
	const code = regionCodeIn(text);
	const found = await listRegions(ctx, { q: code ?? text });
	if (code !== null || found.length <= 1) return found[0]?.code ?? null;
	const exact = found.filter(({ name }) => searchName(name) === searchName(text));
	return exact.length === 1 ? (exact[0]?.code ?? null) : null;
}
