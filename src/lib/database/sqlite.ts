import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
	CompiledQuery,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type SqliteDatabase,
	type TransactionSettings
} from 'kysely';
import { withStatementCache } from './statement-cache.ts';

/** A writer waits this long for another process, such as a command. The event loop waits with it. */
const BUSY_TIMEOUT_MS = 1500;

/** Opens a file, or `:memory:`, with the settings that `docs/decisions/0003` explains. */
export function sqliteDialect(file: string): Dialect {
	if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });

	const database = new Sqlite(file, { timeout: BUSY_TIMEOUT_MS });
	database.pragma('journal_mode = WAL'); // readers do not block the writer
	database.pragma('synchronous = FULL'); // better-sqlite3's build silently uses NORMAL with WAL
	database.pragma('foreign_keys = ON');
	database.pragma('trusted_schema = OFF');
	database.pragma('journal_size_limit = 67108864');
	database.pragma('cache_size = -65536'); // 64 MiB: with the usual 2 a month of all regions is read anew each time

	const synchronous = database.pragma('synchronous', { simple: true });
	if (synchronous !== 2) {
		throw new Error(`SQLite must run with synchronous=FULL (2) but reports ${String(synchronous)}`);
	}
	return new ImmediateSqliteDialect({ database: withStatementCache(database) });
}

class ImmediateSqliteDialect extends SqliteDialect {
	readonly #config: { database: SqliteDatabase };

	constructor(config: { database: SqliteDatabase }) {
		super(config);
		this.#config = config;
	}

	override createDriver(): Driver {
		return new ImmediateSqliteDriver(this.#config);
	}
}

/**
 * Takes the write lock when a transaction begins. A deferred one that reads first fails at
 * once with SQLITE_BUSY_SNAPSHOT when another process wrote, whatever the busy timeout.
 */
class ImmediateSqliteDriver extends SqliteDriver {
	override async beginTransaction(
		connection: DatabaseConnection,
		settings: TransactionSettings = {}
	): Promise<void> {
		const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}
