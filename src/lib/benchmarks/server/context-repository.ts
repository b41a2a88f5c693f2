import type { Db } from '#lib/database/connection.ts';
import type { RegionContext } from '#lib/database/tables/peers.ts';

/** All context that is known, in the order of the codes. */
export async function listAll(db: Db): Promise<RegionContext[]> {
	return db
		.selectFrom('regionContext')
		.selectAll()
		.orderBy('regionCode')
		.orderBy('variable')
		.execute();
}

/** One variable of some regions, by their codes. */
export async function listVariable(
	db: Db,
	variable: RegionContext['variable'],
	regionCodes: readonly string[]
): Promise<Pick<RegionContext, 'regionCode' | 'value'>[]> {
	return db
		.selectFrom('regionContext')
		.select(['regionCode', 'value'])
		.where('variable', '=', variable)
		.where('regionCode', 'in', regionCodes)
		.execute();
}

const ROWS_PER_STATEMENT = 500;

/** Inserts facts or replaces those of the same region and variable. */
export async function upsertAll(db: Db, rows: readonly RegionContext[]): Promise<void> {
	for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
		await db
			.insertInto('regionContext')
			.values(rows.slice(from, from + ROWS_PER_STATEMENT))
			.onConflict((conflict) =>
				conflict.columns(['regionCode', 'variable']).doUpdateSet((eb) => ({
					value: eb.ref('excluded.value'),
					source: eb.ref('excluded.source'),
					updatedAt: eb.ref('excluded.updatedAt')
				}))
			)
			.execute();
	}
}
