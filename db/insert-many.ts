import type { Insertable } from 'kysely';
import type { Db } from '#lib/database/connection.ts';
import type { Database } from '#lib/database/tables.ts';

/** SQLite allows 32,766 parameters in a statement; with fewer it is as quick. */
const PARAMETERS_PER_STATEMENT = 9000;

type Row<Table extends keyof Database> = Insertable<Database[Table]>;

/**
 * Inserts many rows of the same shape: the statement is compiled once and then only gets other
 * parameters, because compiling takes longer than inserting. Each row needs the same keys.
 */
export async function insertMany<Table extends keyof Database>(
	db: Db,
	table: Table,
	rows: readonly Row<Table>[]
): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}) as (keyof Row<Table>)[];
	if (columns.length === 0) return;

	const size = Math.floor(PARAMETERS_PER_STATEMENT / columns.length);
	const statement = (chunk: readonly Row<Table>[]) => db.insertInto(table).values(chunk);
	const whole = statement(rows.slice(0, size)).compile();

	for (let from = 0; from < rows.length; from += size) {
		const chunk = rows.slice(from, from + size);
		if (chunk.length < size) {
			await statement(chunk).execute();
		} else {
			const parameters = chunk.flatMap((row) => columns.map((column) => row[column]));
			await db.executeQuery({ ...whole, parameters });
		}
	}
}
