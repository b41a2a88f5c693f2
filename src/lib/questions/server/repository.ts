import type { Db } from '#lib/database/connection.ts';
import type { Answer, Flagging, Question } from '#lib/database/tables/questions.ts';

export async function insertQuestion(db: Db, row: Question): Promise<void> {
	await db.insertInto('question').values(row).execute();
}

export async function findQuestion(db: Db, id: string): Promise<Question | undefined> {
	return db.selectFrom('question').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The questions on a write-up that are not hidden, the newest first. */
export async function listQuestions(
	db: Db,
	innovationId: string,
	limit: number
): Promise<Question[]> {
	return db
		.selectFrom('question')
		.selectAll()
		.where('innovationId', '=', innovationId)
		.where('hiddenAt', 'is', null)
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
}

export async function countQuestions(db: Db, innovationId: string): Promise<number> {
	const { count } = await db
		.selectFrom('question')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('innovationId', '=', innovationId)
		.where('hiddenAt', 'is', null)
		.executeTakeFirstOrThrow();
	return count;
}

export async function insertAnswer(db: Db, row: Answer): Promise<void> {
	await db.insertInto('answer').values(row).execute();
}

export async function findAnswer(db: Db, id: string): Promise<Answer | undefined> {
	return db.selectFrom('answer').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The answers to questions that are not hidden, the oldest first. */
export async function listAnswers(db: Db, questionIds: readonly string[]): Promise<Answer[]> {
	return db
		.selectFrom('answer')
		.selectAll()
		.where('questionId', 'in', questionIds)
		.where('hiddenAt', 'is', null)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** Marks an answer as the one that helped; false when another one is already. */
export async function acceptAnswer(db: Db, questionId: string, answerId: string): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('question')
		.set({ acceptedAnswerId: answerId })
		.where('id', '=', questionId)
		.where('acceptedAnswerId', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Takes a question or an answer out of sight. */
export async function hide(
	db: Db,
	kind: Flagging['kind'],
	id: string,
	hiddenAt: string
): Promise<void> {
	await db.updateTable(kind).set({ hiddenAt }).where('id', '=', id).execute();
}
