import type { Context } from '#lib/core/context.ts';
import type { SearchWord } from '#lib/database/tables/search.ts';
import { deletions, isOneSlipApart, MIN_TYPO_LENGTH } from '../edit-distance.ts';
import type { Clause, MarkPattern } from '../query-tree.ts';
import { stopWords } from '../stop-words.ts';
import { namedRegions } from './named-regions.ts';
import {
	conceptsIn,
	conceptToken,
	normalise,
	phrasesOf,
	regionToken,
	surfaceToken,
	type Word
} from './normalise.ts';
import { isDictionaryWord, stemOf } from './stem.ts';
import * as vocabulary from './words-repository.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** A question to the index, and what was understood of it. */
export interface Analysis {
	readonly clauses: readonly Clause[];
	readonly pieces: readonly UnderstoodPiece[];
	readonly patterns: readonly MarkPattern[];
	/** The regions it names. */
	readonly regionCodes: readonly string[];
	/** Words that occur nowhere and were read as others that do. */
	readonly corrections: readonly { readonly from: string; readonly to: string }[];
	/** Words that occur nowhere, and nothing like them. */
	readonly unknown: readonly string[];
}

/** A piece of a question as it is looked for, and in how many write-ups about it stands. */
export interface UnderstoodPiece {
	readonly clause: Clause;
	readonly patterns: readonly MarkPattern[];
	readonly documents: number;
}

/** A piece of a question: a word, a thing of several words, or a region. */
interface Piece {
	readonly words: readonly Word[];
	readonly concept?: string;
	readonly region?: string;
}

const MAX_WORDS = 12;
const MAX_BEGINNINGS = 20;
const MIN_BEGINNING = 3;

/** Reads what somebody looks for, by the same rules as the index was made. */
export async function analyse(ctx: ReadContext, query: string): Promise<Analysis> {
	const words = normalise(query, 'id').slice(0, MAX_WORDS);
	const regions = await namedRegions(
		ctx,
		words.map(({ surface }) => surface)
	);
	const pieces = meaningful(piecesOf(words, regions.whole));
	const known = new Map((await knownWords(ctx, pieces)).map((word) => [word.surface, word]));

	const understood: UnderstoodPiece[] = [];
	const corrections: { from: string; to: string }[] = [];
	const unknown: string[] = [];
	for (const [i, piece] of pieces.entries()) {
		const [word] = piece.words;
		const isAlone = piece.words.length === 1 && piece.concept === undefined && !piece.region;
		const others =
			word && isAlone ? await elsewhere(ctx, word, known, i === pieces.length - 1) : null;
		if (others?.correction) corrections.push({ from: word?.surface ?? '', to: others.correction });
		if (others?.words.length === 0) unknown.push(word?.surface ?? '');
		const clause = clauseOf(piece);
		const more = (others?.words ?? []).map(({ stem }) => [stem]);
		understood.push({
			clause: [...clause, ...more],
			patterns: patternsOf(piece, [...known.values()], others?.words ?? []),
			documents: documentsWith(piece, [...known.values()], others?.words ?? [])
		});
	}
	const clauses = understood.map(({ clause }) => clause);
	const patterns = understood.flatMap((each) => each.patterns);
	return {
		clauses,
		pieces: understood,
		patterns,
		regionCodes: regions.codes,
		corrections,
		unknown
	};
}

/** Cuts the words into regions, things and single words, the longest first. */
function piecesOf(
	words: readonly Word[],
	regions: readonly { code: string; from: number; length: number }[]
): Piece[] {
	const concepts = conceptsIn(words);
	const pieces: Piece[] = [];
	for (let at = 0; at < words.length;) {
		const region = regions.find(({ from }) => from === at);
		const concept = concepts.find(({ from }) => from === at);
		const length = Math.max(region?.length ?? 0, concept?.length ?? 0, 1);
		pieces.push({
			words: words.slice(at, at + length),
			...(region?.length === length && { region: region.code }),
			...(concept?.length === length && { concept: concept.key })
		});
		at += length;
	}
	return pieces;
}

/** Without the words that say nothing, unless there are no others. */
function meaningful(pieces: readonly Piece[]): readonly Piece[] {
	const telling = pieces.filter(
		({ words, concept, region }) =>
			concept !== undefined || region !== undefined || !stopWords.has(words[0]?.surface ?? '')
	);
	return telling.length > 0 ? telling : pieces;
}

function knownWords(ctx: ReadContext, pieces: readonly Piece[]): Promise<SearchWord[]> {
	const words = pieces.flatMap(({ words, concept }) => [
		...words,
		...(concept === undefined ? [] : phrasesOf(concept).flat())
	]);
	const stems = words.flatMap(({ surface, stem }) => [stem, stemOf(surface, 'en')]);
	return vocabulary.listWords(
		ctx.db,
		[...new Set(words.map(({ surface }) => surface))],
		[...new Set(stems)]
	);
}

function clauseOf({ words, concept, region }: Piece): string[][] {
	const stems = words.map(({ stem }) => stem);
	const english = words.map(({ surface }) => stemOf(surface, 'en'));
	return [
		stems,
		words.map(({ surface }) => surfaceToken(surface)),
		...(english.join(' ') === stems.join(' ') ? [] : [english]),
		...(concept === undefined ? [] : [[conceptToken(concept)]]),
		...(region === undefined ? [] : [[regionToken(region)]])
	];
}

/**
 * What a word that occurs nowhere may have meant: the beginning of one when it is the last that
 * was typed, else one slip of typing. Null for a word that needs no help: one that occurs, and
 * one of the language or of a region that merely is not there.
 */
async function elsewhere(
	ctx: ReadContext,
	{ surface, stem }: Word,
	known: ReadonlyMap<string, SearchWord>,
	isLast: boolean
): Promise<{ words: SearchWord[]; correction?: string } | null> {
	const english = stemOf(surface, 'en');
	const occurs = [...known.values()].some(
		(word) => word.surface === surface || word.stem === stem || word.stem === english
	);
	if (occurs) return null;
	if (isDictionaryWord(surface) || isDictionaryWord(stem)) return { words: [] };

	if (isLast && surface.length >= MIN_BEGINNING) {
		const begun = await vocabulary.listBeginning(ctx.db, surface, MAX_BEGINNINGS);
		if (begun.length > 0) return { words: begun };
	}
	if (surface.length < MIN_TYPO_LENGTH) return { words: [] };
	const near = await vocabulary.listNear(ctx.db, deletions(surface));
	const [best] = near
		.filter((word) => isOneSlipApart(word.surface, surface))
		.toSorted((a, b) => b.documents - a.documents || (a.surface < b.surface ? -1 : 1));
	return best ? { words: [best], correction: best.surface } : { words: [] };
}

/** In how many write-ups a piece stands at most: its rarest word counts, in its most common form. */
function documentsWith(
	{ words }: Piece,
	known: readonly SearchWord[],
	others: readonly SearchWord[]
): number {
	const each = words.map(({ surface, stem }) => {
		const english = stemOf(surface, 'en');
		const alike = known.filter((word) => word.stem === stem || word.stem === english);
		return Math.max(0, ...[...alike, ...others].map(({ documents }) => documents));
	});
	return Math.min(...each);
}

/** The spellings to mark: of the piece itself, of its synonyms, and of the words it stands for. */
function patternsOf(
	{ words, concept }: Piece,
	known: readonly SearchWord[],
	others: readonly SearchWord[]
): MarkPattern[] {
	const phrases = [words, ...(concept === undefined ? [] : phrasesOf(concept))];
	const spellings = ({ surface, stem }: Word) => {
		const english = stemOf(surface, 'en');
		const alike = known.filter((word) => word.stem === stem || word.stem === english);
		return [...new Set([surface, ...alike.map((word) => word.surface)])];
	};
	return [
		...phrases.map((phrase) => phrase.map(spellings)),
		...others.map(({ surface }) => [[surface]])
	];
}
