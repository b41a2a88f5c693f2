const MAX_NAME = 120;
/** Control characters, and signs that turn the direction of a text to hide an extension. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[\\/:*?"<>|]+/g;

/**
 * The name under which a file is offered again: without folders, invisible signs and characters
 * that file systems refuse, and ending as its bytes say.
 * @param extension what the type found in the bytes is called, without a dot
 */
export function safeFileName(name: string, extension: string): string {
	const base = (name.split(/[\\/]/).at(-1) ?? '')
		.normalize('NFC')
		.replace(INVISIBLE, '')
		.replace(FORBIDDEN, '-')
		.replace(/\.[^.]{1,10}$/, '')
		.replace(/\s+/g, ' ')
		.replace(/^[.\s]+|[.\s]+$/g, '');
	const short = Array.from(base).slice(0, MAX_NAME).join('').trim();
	return `${short || 'berkas'}.${extension}`;
}

/** The header that makes browsers save a file under its name (RFC 6266, RFC 8187). */
export function dispositionOf(fileName: string): string {
	const plain = fileName.replace(/[^\x20-\x7E]|["\\%]/g, '_');
	const encoded = encodeURIComponent(fileName).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
