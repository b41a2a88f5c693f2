import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

/**
 * The few places where SQLite and PostgreSQL disagree on how to write a column.
 * Migrations use these names and stay the same for both.
 */
export interface ColumnTypes {
	/** For what one of them does not have at all, such as a full-text index. */
	dialect: 'sqlite' | 'postgres';
	/** An eight-byte float. PostgreSQL's `real` has four bytes, SQLite's has eight. */
	number: 'real' | 'double precision';
	/** Makes SQLite check types as PostgreSQL always does. */
	strict: <T extends CreateTableBuilder<string, string>>(table: T) => T;
	/** As `strict`, and the rows lie in the order of the primary key: for the fact tables. */
	clustered: <T extends CreateTableBuilder<string, string>>(table: T) => T;
}

export const sqliteTypes: ColumnTypes = {
	dialect: 'sqlite',
	number: 'real',
	strict: (table) => table.modifyEnd(sql`strict`) as typeof table,
	clustered: (table) => table.modifyEnd(sql`strict, without rowid`) as typeof table
};

export const postgresTypes: ColumnTypes = {
	dialect: 'postgres',
	number: 'double precision',
	strict: (table) => table,
	clustered: (table) => table
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- migrations are frozen in time and must not know today's schema
export type MigrationDb = Kysely<any>;

export interface Migration {
	up: (db: MigrationDb, types: ColumnTypes) => Promise<void>;
	down: (db: MigrationDb, types: ColumnTypes) => Promise<void>;
}
