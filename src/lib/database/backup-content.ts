import Sqlite from 'better-sqlite3';

/** An uploaded file as its row in a copied database tells of it. */
export interface FileRow {
	readonly id: string;
	readonly mediaType: string;
	readonly sha256: string;
}

/** What a copied SQLite database holds. */
export interface BackupContent {
	/** How many rows each table has. */
	readonly rows: Readonly<Record<string, number>>;
	readonly files: readonly FileRow[];
}

/** Counts the rows of a copied SQLite database and lists the uploaded files it knows of. */
export function readBackupContent(file: string): BackupContent {
	const database = new Sqlite(file, { readonly: true, fileMustExist: true });
	try {
		const tables = database
			.prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
			.pluck()
			.all() as string[];
		// The full-text index keeps tables of its own, of which one counts words, not rows.
		const own = tables.filter((name) => !name.startsWith('search_index')).toSorted();
		const count = (table: string) =>
			database.prepare(`select count(*) from "${table}"`).pluck().get() as number;
		const files = own.includes('attachment')
			? database
					.prepare('select id, media_type as mediaType, sha256 from attachment order by id')
					.all()
			: [];
		return {
			rows: Object.fromEntries(own.map((table) => [table, count(table)])),
			files: files as FileRow[]
		};
	} finally {
		database.close();
	}
}
