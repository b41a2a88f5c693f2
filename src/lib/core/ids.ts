/** Ids are made here, not by the database, so both databases and all imports agree on them. */
export function newId(): string {
	return crypto.randomUUID();
}

const READABLE = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A short reference that people can read out on the telephone, such as `V-7KQ2M9`. */
export function newReference(prefix: string): string {
	const bytes = crypto.getRandomValues(new Uint8Array(6));
	const text = [...bytes].map((byte) => READABLE[byte % READABLE.length]).join('');
	return `${prefix}-${text}`;
}
