import type { Context } from '#lib/core/context.ts';
import { best } from '../hits.ts';
import { markExpression } from '../query-tree.ts';
import { analyse, type UnderstoodPiece } from './analyse.ts';
import { findHits } from './hits-repository.ts';
import { currentSnapshot } from './snapshot.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** A piece of a question: how to find it in a text, and how much it tells. */
export interface AskedPiece {
	/** Null for a word that occurs in no write-up. */
	readonly words: RegExp | null;
	/** The rarer in all write-ups, the heavier: ln(1 + n / (1 + occurrences)). */
	readonly weight: number;
}

export interface AskedQuestion {
	readonly pieces: readonly AskedPiece[];
	/** Write-ups in which something of it stands, the best first. */
	readonly innovationIds: readonly string[];
	readonly marks: RegExp | null;
}

/** Few write-ups are read as a whole: that costs, and what is far down does not answer. */
const MAX_CANDIDATES = 12;

/**
 * Reads a question and finds the write-ups in which an answer may stand: those with all of it,
 * then those with all but its most common words.
 */
export async function findForQuestion(ctx: ReadContext, question: string): Promise<AskedQuestion> {
	const { pieces, patterns } = await analyse(ctx, question);
	const { byId } = await currentSnapshot(ctx.db);
	const weights = pieces.map(({ documents }) => Math.log(1 + byId.size / (1 + documents)));
	const found = new Set<number>();
	for (const tried of relaxed(pieces, weights)) {
		const hits = await findHits(
			ctx.db,
			tried.map(({ clause }) => clause),
			{ best: MAX_CANDIDATES }
		);
		for (const id of best(hits.ids, hits.scoreOf, MAX_CANDIDATES)) found.add(id);
		if (found.size >= MAX_CANDIDATES) break;
	}
	return {
		pieces: pieces.map(({ patterns: own, documents }, i) => ({
			words: documents > 0 ? markExpression(own) : null,
			weight: weights[i] ?? 0
		})),
		innovationIds: [...found]
			.slice(0, MAX_CANDIDATES)
			.flatMap((id) => byId.get(id)?.innovationId ?? []),
		marks: markExpression(patterns)
	};
}

/** All pieces that occur, then one less of the most common ones each time, down to the two rarest. */
function relaxed(pieces: readonly UnderstoodPiece[], weights: readonly number[]) {
	const rarest = pieces
		.map((piece, i) => ({ piece, weight: weights[i] ?? 0 }))
		.filter(({ piece }) => piece.documents > 0)
		.toSorted((a, b) => b.weight - a.weight)
		.map(({ piece }) => piece);
	const least = Math.min(2, rarest.length);
	return rarest.flatMap((_, dropped) => {
		const size = rarest.length - dropped;
		return size >= Math.max(1, least) ? [rarest.slice(0, size)] : [];
	});
}
