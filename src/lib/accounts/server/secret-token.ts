import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A token is `<id>.<secret>`: the id finds the row, only the secret's hash is stored.
 * Rules of the Lucia guide; 256 bits of secret, above the 128 that ASVS asks for.
 */
export interface SecretToken {
	readonly id: string;
	readonly secret: string;
}

export function newSecretToken(): SecretToken {
	return {
		// Hexadecimal, because people type it as a word of a command: it must not begin with a hyphen.
		id: randomBytes(16).toString('hex'),
		secret: randomBytes(32).toString('base64url')
	};
}

export function formatToken({ id, secret }: SecretToken): string {
	return `${id}.${secret}`;
}

export function parseToken(text: string): SecretToken | null {
	const [id, secret, ...rest] = text.split('.');
	return id && secret && rest.length === 0 ? { id, secret } : null;
}

export function hashSecret(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** Takes the same time however much of the hash matches. */
export function secretMatches(secret: string, hash: string): boolean {
	return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}
