/** Why a file is refused before anything reads it, as message keys. */
export type RefusalReason =
	| 'attachment.empty'
	| 'attachment.svg'
	| 'attachment.webPage'
	| 'attachment.program'
	| 'attachment.oldOffice'
	| 'attachment.wrongType';

type Container = 'image' | 'pdf' | 'zip';

const HEAD = 512;

/**
 * What a file is by its first bytes, or why it is refused: an allow-list of five signatures, each
 * at the very beginning, so that a file which is two things at once is taken as the first.
 */
export function firstLook(
	bytes: Uint8Array
): { container: Container } | { refused: RefusalReason } {
	if (bytes.length === 0) return { refused: 'attachment.empty' };
	const head = latin1(bytes.subarray(0, HEAD));
	if (head.startsWith('\x89PNG\r\n\x1A\n') || head.startsWith('\xFF\xD8\xFF')) {
		return { container: 'image' };
	}
	if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { container: 'image' };
	if (head.startsWith('%PDF-')) return { container: 'pdf' };
	if (head.startsWith('PK\x03\x04')) return { container: 'zip' };
	return { refused: refusalOf(head) };
}

function refusalOf(head: string): RefusalReason {
	if (head.startsWith('\xD0\xCF\x11\xE0')) return 'attachment.oldOffice';
	if (/^(?:MZ|\x7FELF|#!|\xCA\xFE\xBA\xBE)/.test(head)) return 'attachment.program';
	const text = head.replace(/\0/g, '').toLowerCase();
	if (text.includes('<svg') || text.includes('<!doctype svg')) return 'attachment.svg';
	if (/<(?:!doctype html|html|head|body|script|\?xml)/.test(text)) return 'attachment.webPage';
	return 'attachment.wrongType';
}

/** How far behind its end mark a PDF may still have bytes: line ends and padding. */
const PDF_TAIL = 64;
const PDF_END_WITHIN = 2048;

/** Whether something hangs behind a PDF's end, as in files that are two things at once. */
export function hasBytesBehindPdf(bytes: Uint8Array): boolean {
	const tail = latin1(bytes.subarray(-PDF_END_WITHIN));
	const end = tail.lastIndexOf('%%EOF');
	return end < 0 || tail.slice(end + '%%EOF'.length).trim().length > PDF_TAIL;
}

const ZIP_END = 'PK\x05\x06';
const ZIP_END_LENGTH = 22;

/** Whether a ZIP file ends where its directory says, with nothing behind. */
export function hasBytesBehindZip(bytes: Uint8Array): boolean {
	return latin1(bytes.subarray(-ZIP_END_LENGTH)).slice(0, 4) !== ZIP_END;
}

/** Byte by byte; the decoder of that name makes other signs of 27 of them. */
function latin1(bytes: Uint8Array): string {
	return String.fromCharCode(...bytes);
}
