/** Without a second factor a password has at least 15 characters (NIST SP 800-63B-4). */
export const MIN_PASSWORD_LENGTH = 15;
export const MAX_PASSWORD_LENGTH = 256;

const COMMON = [
	'passwordpassword',
	'password12345678',
	'123456789012345',
	'1234567890123456',
	'qwertyuiopasdfg',
	'qwertyuiopasdfgh',
	'katasandikatasandi',
	'katasandi1234567',
	'rahasiarahasia123',
	'indonesiaindonesia',
	'indonesiamerdeka',
	'indonesiamerdeka45',
	'bismillahbismillah',
	'pemerintahdaerah',
	'sekretarisdaerah'
];

/**
 * The message key of what is wrong with a new password, or null when it will do.
 * There are no rules of composition: length and not being guessable are what counts.
 * @param context words an attacker would try first: the account's e-mail and name.
 */
export function passwordProblem(
	password: string,
	context: readonly string[]
): 'password.tooShort' | 'password.tooLong' | 'password.guessable' | null {
	const length = Array.from(password).length;
	if (length < MIN_PASSWORD_LENGTH) return 'password.tooShort';
	if (length > MAX_PASSWORD_LENGTH) return 'password.tooLong';

	const plain = password.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	const words = context.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
	const rest = words
		.filter((word) => word.length >= 4)
		.concat('studitiru')
		.reduce((text, word) => text.replaceAll(word, ''), plain);
	const isGuessable =
		COMMON.includes(plain) ||
		new Set(plain).size < 5 ||
		Array.from(rest).length < MIN_PASSWORD_LENGTH / 2;
	return isGuessable ? 'password.guessable' : null;
}
