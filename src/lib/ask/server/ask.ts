import type { Context } from '#lib/core/context.ts';
import { plainText } from '#lib/innovations/plain-text.ts';
import { type AnswerText, listAnswerTexts } from '#lib/innovations/server/answer-texts.ts';
import { type AskedPiece, findForQuestion } from '#lib/search/server/ask-index.ts';
import { stemOf } from '#lib/search/server/stem.ts';
import { type CitedSentence, checkedAnswer } from '../cited-answer.ts';
import { passagesOf } from '../passages.ts';
import { phrase, type PhrasingService } from './phrase.ts';

type ReadContext = Pick<Context, 'db' | 'now' | 'locale'>;

/** A passage that answers, as it stands in a write-up. */
export interface QuotedPassage extends Omit<AnswerText, 'markdown'> {
	readonly text: string;
	readonly marks: readonly (readonly [number, number])[];
}

export interface Answer {
	/** The best first; empty when nothing answers. */
	readonly passages: readonly QuotedPassage[];
	/** Phrased from the passages by a service and checked against them; null without. */
	readonly sentences: readonly CitedSentence[] | null;
}

const MAX_PASSAGES = 5;
const MAX_FROM_SECTION = 2;
/** How much of the question's weight a passage must hold to count as an answer. */
const LEAST_COVERED = 0.6;

/**
 * Answers a question with passages of published write-ups, quoted as they stand. When a service
 * is set, it may phrase an answer from them, of which only what they back is passed on.
 * @param report receives why a service that is set gave no answer
 */
export async function ask(
	ctx: ReadContext,
	question: string,
	service: PhrasingService | null,
	report: (error: unknown) => void = () => undefined
): Promise<Answer> {
	const { pieces, innovationIds, marks } = await findForQuestion(ctx, question);
	const texts = await listAnswerTexts(ctx, innovationIds);
	const passages = bestPassages(texts, pieces).map(({ source, text }) => {
		const { markdown: _whole, ...about } = source;
		const places = marks ? [...text.matchAll(marks)] : [];
		return {
			...about,
			text,
			marks: places.map(({ index, 0: word }) => [index, index + word.length] as const)
		};
	});
	if (service === null || passages.length === 0) return { passages, sentences: null };

	const quoted = passages.map(({ text }) => text);
	const phrased = await phrase(service, question, quoted, ctx.locale, report);
	const stem = (word: string) => stemOf(word, ctx.locale);
	return { passages, sentences: phrased === null ? null : checkedAnswer(phrased, quoted, stem) };
}

interface Candidate {
	readonly source: AnswerText;
	readonly text: string;
	readonly covered: number;
}

function bestPassages(texts: readonly AnswerText[], pieces: readonly AskedPiece[]): Candidate[] {
	const whole = pieces.reduce((sum, { weight }) => sum + weight, 0);
	if (whole === 0) return [];
	const candidates = texts
		.flatMap((source) =>
			passagesOf(source.markdown).map((markdown): Candidate => {
				const text = plainText(markdown);
				return {
					source,
					text,
					covered: coveredBy(`${source.title} ${text}`, text, pieces) / whole
				};
			})
		)
		.filter(({ covered }) => covered >= LEAST_COVERED)
		.toSorted((a, b) => b.covered - a.covered);

	const perSection = new Map<string, number>();
	return candidates
		.filter(({ source: { slug, section } }) => {
			const key = `${slug} ${section}`;
			const taken = perSection.get(key) ?? 0;
			perSection.set(key, taken + 1);
			return taken < MAX_FROM_SECTION;
		})
		.slice(0, MAX_PASSAGES);
}

/** What the title says counts half: a passage need not repeat the name of what it is about. */
function coveredBy(withTitle: string, text: string, pieces: readonly AskedPiece[]): number {
	let covered = 0;
	let isInText = false;
	for (const { words, weight } of pieces) {
		if (words === null) continue;
		if (text.search(words) >= 0) {
			covered += weight;
			isInText = true;
		} else if (withTitle.search(words) >= 0) covered += weight / 2;
	}
	return isInText ? covered : 0;
}
