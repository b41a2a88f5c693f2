import type { TableNote } from './table.ts';

export type DecodedText =
	{ readonly text: string; readonly notes: TableNote[] } | { readonly problem: TableNote };

const SAMPLE_BYTES = 4096;
/** Of a text in UTF-16 about every other byte is zero; in no other text is any. */
const UTF_16_SHARE = 0.3;
/** Bytes that Windows-1252 leaves without a character. */
const UNDEFINED_1252 = /[\u0081\u008d\u008f\u0090\u009d]/;
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/**
 * Reads the bytes of a text file: UTF-8 and UTF-16 with or without a byte order mark. What is
 * neither is taken for Windows-1252, as older Excel writes it, and a note says so. A file with
 * control characters is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
	const encoding = unicodeOf(bytes);
	if (encoding === null) return { problem: { code: 'import.binary' } };
	const text = decode(bytes, encoding);
	if (text !== null) return checked(text, []);
	if (encoding !== 'utf-8') return { problem: { code: 'import.badEncoding' } };

	const old = decode(bytes, 'windows-1252') ?? '';
	if (UNDEFINED_1252.test(old)) return { problem: { code: 'import.badEncoding' } };
	return checked(old, [{ code: 'import.note.windows1252' }]);
}

function checked(text: string, notes: TableNote[]): DecodedText {
	return CONTROL.test(text) ? { problem: { code: 'import.binary' } } : { text, notes };
}

/** Null for what has zero bytes in other places than UTF-16 has them. */
function unicodeOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	const sample = bytes.subarray(0, SAMPLE_BYTES);
	const zeros = [0, 0];
	for (const [i, byte] of sample.entries()) {
		if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
	}
	const [even = 0, odd = 0] = zeros;
	if (even + odd === 0) return 'utf-8';
	const enough = (sample.length / 2) * UTF_16_SHARE;
	if (odd > enough && even === 0) return 'utf-16le';
	return even > enough && odd === 0 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, encoding: string): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
