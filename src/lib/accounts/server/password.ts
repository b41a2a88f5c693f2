import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '#lib/core/errors.ts';

/** OWASP's floor for argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const TAG_BYTES = 32;

/** Hashing shares four threads with file reads, so only some run at once and few may wait. */
const MAX_RUNNING = 2;
const MAX_WAITING = 20;

let running = 0;
const waiting: (() => void)[] = [];

/** Returns a PHC string: `$argon2id$v=19$m=…,t=…,p=1$salt$tag`. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const tag = await derive(password, salt, MEMORY_KIB, PASSES);
	return `$argon2id$v=19$m=${String(MEMORY_KIB)},t=${String(PASSES)},p=1$${encode(salt)}$${encode(tag)}`;
}

/** Whether a password belongs to a hash. A hash of another form belongs to none. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
	const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
	if (!parts) return false;
	const [, memory = '', passes = '', salt = '', tag = ''] = parts;

	const expected = Buffer.from(tag, 'base64');
	const actual = await derive(
		password,
		Buffer.from(salt, 'base64'),
		Number(memory),
		Number(passes)
	);
	return actual.length === expected.length && timingSafeEqual(actual, expected);
}

async function derive(
	password: string,
	nonce: Buffer,
	memory: number,
	passes: number
): Promise<Buffer> {
	await takeTurn();
	try {
		return await new Promise((resolve, reject) => {
			const parameters = {
				message: password.normalize('NFKC'),
				nonce,
				memory,
				passes,
				parallelism: 1,
				tagLength: TAG_BYTES
			};
			argon2('argon2id', parameters, (error, key) => {
				if (error) reject(error);
				else resolve(key);
			});
		});
	} finally {
		running--;
		waiting.shift()?.();
	}
}

async function takeTurn(): Promise<void> {
	if (running >= MAX_RUNNING) {
		if (waiting.length >= MAX_WAITING) throw new DomainError('unavailable');
		await new Promise<void>((resolve) => waiting.push(resolve));
	}
	running++;
}

function encode(bytes: Buffer): string {
	return bytes.toString('base64').replace(/=+$/, '');
}
