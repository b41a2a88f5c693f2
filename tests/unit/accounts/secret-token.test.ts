import { expect, test } from 'vitest';
import {
	formatToken,
	hashSecret,
	newSecretToken,
	parseToken,
	secretMatches
} from '#lib/accounts/server/secret-token.ts';

test('a token can be read back, and only its own secret matches the stored hash', () => {
	const token = newSecretToken();
	expect(parseToken(formatToken(token))).toEqual(token);
	expect(secretMatches(token.secret, hashSecret(token.secret))).toBe(true);
	expect(secretMatches(newSecretToken().secret, hashSecret(token.secret))).toBe(false);
});

test('an id never looks like an option of a command', () => {
	const ids = Array.from({ length: 2000 }, () => newSecretToken().id);
	expect(ids.filter((id) => !/^[0-9a-f]{32}$/.test(id))).toEqual([]);
});

test('what is not a token is not read as one', () => {
	for (const text of ['', '.', 'a', 'a.', '.b', 'a.b.c']) expect(parseToken(text)).toBeNull();
});
