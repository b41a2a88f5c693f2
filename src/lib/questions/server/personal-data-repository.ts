import type { Db } from '#lib/database/connection.ts';

/** What an account asked, answered and reported. */
export async function readOf(db: Db, accountId: string) {
	return {
		questions: await db
			.selectFrom('question')
			.select(['id', 'innovationId', 'askerRegionCode', 'askerRole', 'body', 'createdAt'])
			.where('askedBy', '=', accountId)
			.orderBy('createdAt')
			.execute(),
		answers: await db
			.selectFrom('answer')
			.select(['questionId', 'answererRegionCode', 'answererRole', 'body', 'createdAt'])
			.where('answeredBy', '=', accountId)
			.orderBy('createdAt')
			.execute(),
		reports: await db
			.selectFrom('flag')
			.select(['kind', 'targetId', 'reason', 'note', 'outcome', 'createdAt'])
			.where('flaggedBy', '=', accountId)
			.orderBy('createdAt')
			.execute()
	};
}
