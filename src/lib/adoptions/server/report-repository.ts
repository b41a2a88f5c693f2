import type { Db } from '#lib/database/connection.ts';
import type {
	Commitment,
	CommitmentCheck,
	VisitFeedback,
	VisitReport
} from '#lib/database/tables/after-visit.ts';

/** Stores a report; a second one of the same visit takes the place of the first. */
export async function replaceReport(
	db: Db,
	report: VisitReport,
	commitments: readonly Commitment[],
	checks: readonly Pick<CommitmentCheck, 'commitmentId' | 'months' | 'dueOn'>[]
): Promise<void> {
	await db.deleteFrom('visitReport').where('visitId', '=', report.visitId).execute();
	await db.deleteFrom('commitment').where('visitId', '=', report.visitId).execute();
	await db.insertInto('visitReport').values(report).execute();
	if (commitments.length > 0) await db.insertInto('commitment').values(commitments).execute();
	if (checks.length === 0) return;
	await db
		.insertInto('commitmentCheck')
		.values(
			checks.map((check) => ({
				...check,
				remindedAt: null,
				status: null,
				value: null,
				note: '',
				checkedAt: null
			}))
		)
		.execute();
}

/** Writes the answers to a visit's questions, by their position. */
export async function setAnswers(
	db: Db,
	visitId: string,
	answers: readonly string[]
): Promise<void> {
	for (const [position, answer] of answers.entries()) {
		await db
			.updateTable('visitQuestion')
			.set({ answer: answer === '' ? null : answer })
			.where('visitId', '=', visitId)
			.where('position', '=', position)
			.execute();
	}
}

export async function findReport(db: Db, visitId: string): Promise<VisitReport | undefined> {
	return db.selectFrom('visitReport').selectAll().where('visitId', '=', visitId).executeTakeFirst();
}

export async function listCommitments(db: Db, visitId: string): Promise<Commitment[]> {
	return db
		.selectFrom('commitment')
		.selectAll()
		.where('visitId', '=', visitId)
		.orderBy('position')
		.execute();
}

export async function listChecks(db: Db, visitId: string): Promise<CommitmentCheck[]> {
	return db
		.selectFrom('commitmentCheck')
		.innerJoin('commitment', 'commitment.id', 'commitmentCheck.commitmentId')
		.selectAll('commitmentCheck')
		.where('commitment.visitId', '=', visitId)
		.orderBy('commitmentCheck.dueOn')
		.execute();
}

/** Stores what came of a commitment; false when it has no such check. */
export async function setCheck(
	db: Db,
	visitId: string,
	{ commitmentId, months, ...changes }: Omit<CommitmentCheck, 'dueOn' | 'remindedAt'>
): Promise<boolean> {
	const result = await db
		.updateTable('commitmentCheck')
		.set(changes)
		.where('commitmentId', '=', commitmentId)
		.where('months', '=', months)
		.where('commitmentId', 'in', (eb) =>
			eb.selectFrom('commitment').select('id').where('visitId', '=', visitId)
		)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

export interface DueCheck {
	readonly commitmentId: string;
	readonly months: number;
	readonly visitId: string;
	readonly ref: string;
	readonly visitorRegionCode: string;
	readonly visitorName: string;
}

/** Checks that are due, unanswered, and of which nobody has been reminded yet. */
export async function listDueChecks(db: Db, today: string, limit: number): Promise<DueCheck[]> {
	return db
		.selectFrom('commitmentCheck')
		.innerJoin('commitment', 'commitment.id', 'commitmentCheck.commitmentId')
		.innerJoin('visit', 'visit.id', 'commitment.visitId')
		.innerJoin('region', 'region.code', 'visit.visitorRegionCode')
		.select(['commitmentCheck.commitmentId', 'commitmentCheck.months'])
		.select(['visit.id as visitId', 'visit.ref', 'visit.visitorRegionCode'])
		.select('region.name as visitorName')
		.where('commitmentCheck.dueOn', '<=', today)
		.where('commitmentCheck.checkedAt', 'is', null)
		.where('commitmentCheck.remindedAt', 'is', null)
		.orderBy('commitmentCheck.dueOn')
		.orderBy('commitmentCheck.commitmentId')
		.limit(limit)
		.execute();
}

export async function markReminded(
	db: Db,
	{ commitmentId, months }: Pick<DueCheck, 'commitmentId' | 'months'>,
	remindedAt: string
): Promise<void> {
	await db
		.updateTable('commitmentCheck')
		.set({ remindedAt })
		.where('commitmentId', '=', commitmentId)
		.where('months', '=', months)
		.execute();
}

export async function listFeedback(db: Db, visitId: string): Promise<VisitFeedback[]> {
	return db.selectFrom('visitFeedback').selectAll().where('visitId', '=', visitId).execute();
}

/** A side's feedback; one side gives it once. */
export async function insertFeedback(db: Db, feedback: VisitFeedback): Promise<void> {
	await db.insertInto('visitFeedback').values(feedback).execute();
}
