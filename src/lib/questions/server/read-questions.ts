import { can } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Answer, Question } from '#lib/database/tables/questions.ts';
import { getPublished } from '#lib/innovations/server/get-published.ts';
import { getRegions } from '#lib/regions/server/use-cases.ts';
import * as talk from './repository.ts';

/** A text with the position it comes from; names of people stay away. */
interface Spoken extends Pick<Question, 'id' | 'body' | 'createdAt'> {
	readonly regionName: string;
	readonly role: Question['askerRole'];
}

export interface ReadAnswer extends Spoken {
	readonly isAccepted: boolean;
}

export interface ReadQuestion extends Spoken {
	/** The accepted one first, then the oldest. */
	readonly answers: readonly ReadAnswer[];
	readonly mayAccept: boolean;
}

const MAX_SHOWN = 100;

/** How many questions on a write-up everybody can read. */
export function countQuestions({ db }: Pick<Context, 'db'>, innovationId: string): Promise<number> {
	return talk.countQuestions(db, innovationId);
}

/** The questions on a published write-up with their answers, and what the reader may do. */
export async function readQuestions(ctx: Context, slug: string) {
	const about = await getPublished(ctx, slug);
	const questions = await talk.listQuestions(ctx.db, about.id, MAX_SHOWN);
	const answers = await talk.listAnswers(
		ctx.db,
		questions.map(({ id }) => id)
	);
	const codes = [
		...questions.map(({ askerRegionCode }) => askerRegionCode),
		...answers.map(({ answererRegionCode }) => answererRegionCode)
	];
	const names = new Map(
		(await getRegions(ctx, [...new Set(codes)])).map(({ code, name }) => [code, name])
	);
	const { regionCode, agencyId } = about;
	return {
		about,
		questions: questions.map((question): ReadQuestion => {
			const own = answers.filter(({ questionId }) => questionId === question.id);
			return {
				...spokenBy(question, names.get(question.askerRegionCode), question.askerRole),
				answers: own
					.map((answer) => readAnswer(question, answer, names))
					.toSorted((a, b) => Number(b.isAccepted) - Number(a.isAccepted)),
				mayAccept: question.acceptedAnswerId === null && question.askedBy === ctx.actor?.accountId
			};
		}),
		mayAsk: can(ctx.actor, { do: 'question.ask' }),
		mayAnswer: can(ctx.actor, { do: 'question.answer', regionCode, agencyId }),
		mayFlag: ctx.actor !== null
	};
}

/** What a region asked about a published write-up and nobody has answered yet, the oldest first. */
export async function listUnanswered(
	ctx: Pick<Context, 'db' | 'now'>,
	slug: string,
	askerRegionCode: string
): Promise<string[]> {
	const { id } = await getPublished(ctx, slug);
	const asked = (await talk.listQuestions(ctx.db, id, MAX_SHOWN)).filter(
		(question) => question.askerRegionCode === askerRegionCode
	);
	const answers = await talk.listAnswers(
		ctx.db,
		asked.map((question) => question.id)
	);
	return asked
		.filter((question) => !answers.some(({ questionId }) => questionId === question.id))
		.map(({ body }) => body)
		.toReversed();
}

function readAnswer(
	question: Question,
	answer: Answer,
	names: ReadonlyMap<string, string>
): ReadAnswer {
	return {
		...spokenBy(answer, names.get(answer.answererRegionCode), answer.answererRole),
		isAccepted: answer.id === question.acceptedAnswerId
	};
}

function spokenBy(
	{ id, body, createdAt }: Pick<Question, 'id' | 'body' | 'createdAt'>,
	regionName = '',
	role: Question['askerRole']
): Spoken {
	return { id, body, createdAt, regionName, role };
}
