import type { Db } from '#lib/database/connection.ts';

/** The steps an account took with write-ups. */
export async function readOf(db: Db, accountId: string) {
	return {
		writeUpSteps: await db
			.selectFrom('innovationEvent')
			.innerJoin('innovation', 'innovation.id', 'innovationEvent.innovationId')
			.select(['innovation.slug', 'innovationEvent.kind', 'innovationEvent.role'])
			.select(['innovationEvent.note', 'innovationEvent.at'])
			.where('innovationEvent.accountId', '=', accountId)
			.orderBy('innovationEvent.at')
			.execute()
	};
}
