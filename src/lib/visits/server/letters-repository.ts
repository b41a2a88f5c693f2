import type { Db } from '#lib/database/connection.ts';
import type { VisitLetter } from '#lib/database/tables/visit-parts.ts';

export async function listLetters(db: Db, visitId: string): Promise<VisitLetter[]> {
	return db
		.selectFrom('visitLetter')
		.selectAll()
		.where('visitId', '=', visitId)
		.orderBy('kind')
		.execute();
}

export async function findLetter(
	db: Db,
	visitId: string,
	kind: VisitLetter['kind']
): Promise<VisitLetter | undefined> {
	return db
		.selectFrom('visitLetter')
		.selectAll()
		.where('visitId', '=', visitId)
		.where('kind', '=', kind)
		.executeTakeFirst();
}

export async function saveLetter(db: Db, letter: VisitLetter): Promise<void> {
	const { data, updatedAt } = letter;
	await db
		.insertInto('visitLetter')
		.values(letter)
		.onConflict((conflict) =>
			conflict.columns(['visitId', 'kind']).doUpdateSet({ data, updatedAt })
		)
		.execute();
}
