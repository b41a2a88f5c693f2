/** The codes of both databases for the refusals that a use case turns into a DomainError. */
const UNIQUE = new Set(['23505', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']);
const CHECK = new Set(['23514', 'SQLITE_CONSTRAINT_CHECK']);
const FOREIGN_KEY = new Set(['23503', 'SQLITE_CONSTRAINT_FOREIGNKEY']);
const UNWRITABLE = new Set([
	'SQLITE_FULL',
	'SQLITE_READONLY',
	'SQLITE_IOERR_WRITE',
	'SQLITE_BUSY',
	'53100', // disk full
	'25006', // read-only transaction
	'57P03',
	'ECONNREFUSED'
]);

export function isUniqueViolation(error: unknown): boolean {
	return UNIQUE.has(codeOf(error));
}

export function isCheckViolation(error: unknown): boolean {
	return CHECK.has(codeOf(error));
}

export function isForeignKeyViolation(error: unknown): boolean {
	return FOREIGN_KEY.has(codeOf(error));
}

/** Whether the database cannot take writes just now: a full disk, a lock, a read-only file. */
export function isUnavailable(error: unknown): boolean {
	const code = codeOf(error);
	return (
		UNWRITABLE.has(code) || code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_READONLY')
	);
}

function codeOf(error: unknown): string {
	if (typeof error !== 'object' || error === null || !('code' in error)) return '';
	return typeof error.code === 'string' ? error.code : '';
}
