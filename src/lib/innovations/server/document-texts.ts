import { type PublicText, publicTexts } from '#lib/attachments/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';

type ReadContext = Pick<Context, 'db'>;

/**
 * How much of a write-up's documents the search knows: some sixty pages. More would make publishing
 * slow, and what matters of a paper stands at its beginning.
 */
const MAX_SEARCHED = 150_000;

/** The words of the public documents of a write-up as the search knows them: title, then text. */
export async function documentsOf(ctx: ReadContext, innovationId: string): Promise<string[]> {
	return searched(await publicTexts(ctx, 'innovation', [innovationId])).map(
		({ altId, altEn, textExtract }) => [altId, altEn ?? '', textExtract].join('\n')
	);
}

/** The same by write-up, with what each document is called. */
export async function documentTexts(
	ctx: ReadContext,
	ids: readonly string[]
): Promise<Map<string, PublicText[]>> {
	const texts = Map.groupBy(await publicTexts(ctx, 'innovation', ids), ({ ownerId }) => ownerId);
	return new Map([...texts].map(([id, own]) => [id, searched(own)]));
}

/** Each document has an equal share of what is searched, and what one leaves goes to the next. */
function searched(texts: readonly PublicText[]): PublicText[] {
	let left = MAX_SEARCHED;
	return texts.map((text, i) => {
		const part = text.textExtract.slice(0, Math.floor(left / (texts.length - i)));
		left -= part.length;
		return { ...text, textExtract: part };
	});
}
