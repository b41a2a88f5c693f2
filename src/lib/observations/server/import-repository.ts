import type { Db } from '#lib/database/connection.ts';
import type { ObservationImport } from '#lib/database/tables/imports.ts';

type State = ObservationImport['state'];
type PartKind = 'rows' | 'replaced';

export async function insert(db: Db, row: ObservationImport): Promise<void> {
	await db.insertInto('observationImport').values(row).execute();
}

export async function find(db: Db, id: string): Promise<ObservationImport | undefined> {
	return db.selectFrom('observationImport').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A region's imports, newest first; those that were cancelled are left out. */
export async function listOfRegion(
	db: Db,
	regionCode: string,
	limit: number
): Promise<ObservationImport[]> {
	return db
		.selectFrom('observationImport')
		.selectAll()
		.where('regionCode', '=', regionCode)
		.where('state', '!=', 'cancelled')
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
}

/** Changes an import that is in a state; false when it is in another by now. */
export async function update(
	db: Db,
	id: string,
	state: State,
	changes: Partial<ObservationImport>
): Promise<boolean> {
	const result = await db
		.updateTable('observationImport')
		.set(changes)
		.where('id', '=', id)
		.where('state', '=', state)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Previews begun before an instant: nobody will come back to them. */
export async function listStalePreviews(db: Db, createdBefore: string): Promise<string[]> {
	const rows = await db
		.selectFrom('observationImport')
		.select('id')
		.where('state', '=', 'preview')
		.where('createdAt', '<', createdBefore)
		.execute();
	return rows.map(({ id }) => id);
}

export async function insertPart(
	db: Db,
	part: { importId: string; kind: PartKind; number: number; content: string }
): Promise<void> {
	await db.insertInto('observationImportPart').values(part).execute();
}

export async function listParts(db: Db, importId: string, kind: PartKind): Promise<string[]> {
	const rows = await db
		.selectFrom('observationImportPart')
		.select('content')
		.where('importId', '=', importId)
		.where('kind', '=', kind)
		.orderBy('number')
		.execute();
	return rows.map(({ content }) => content);
}

export async function removeParts(db: Db, importId: string, kind: PartKind): Promise<void> {
	await db
		.deleteFrom('observationImportPart')
		.where('importId', '=', importId)
		.where('kind', '=', kind)
		.execute();
}

/** The fields that an owner's columns were mapped to before, by normalised header. */
export async function listColumns(
	db: Db,
	owner: string
): Promise<{ header: string; field: string | null }[]> {
	return db
		.selectFrom('importColumn')
		.select(['header', 'field'])
		.where('owner', '=', owner)
		.execute();
}

export async function rememberColumn(
	db: Db,
	column: { owner: string; header: string; field: string | null }
): Promise<void> {
	await db
		.insertInto('importColumn')
		.values(column)
		.onConflict((conflict) =>
			conflict.columns(['owner', 'header']).doUpdateSet({ field: column.field })
		)
		.execute();
}
