import { fileTypeFromBuffer } from 'file-type';
import { extractText, getDocumentProxy } from 'unpdf';
import { officeText } from './office-text.ts';

/** What is kept of a document's words: more than the longest decree. */
const MAX_TEXT = 200_000;
const MAX_PAGES = 400;

export type DocumentReading =
	| { readonly mediaType: string; readonly text: string }
	| { readonly refused: `attachment.${'wrongType' | 'locked' | 'macros' | 'unreadable'}` };

/** Finds out what a PDF or office file is and what it says; runs in a worker thread. */
export async function readDocument({
	bytes
}: {
	readonly bytes: Uint8Array;
}): Promise<DocumentReading> {
	const mediaType = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime;
	if (mediaType === undefined) return { refused: 'attachment.wrongType' };
	try {
		const text = mediaType === 'application/pdf' ? await pdfText(bytes) : await officeText(bytes);
		if (text === null) return { refused: 'attachment.macros' };
		return { mediaType, text: text.replace(/\s+/g, ' ').trim().slice(0, MAX_TEXT) };
	} catch (error) {
		const isLocked = error instanceof Error && error.name === 'PasswordException';
		return { refused: isLocked ? 'attachment.locked' : 'attachment.unreadable' };
	}
}

async function pdfText(bytes: Uint8Array): Promise<string> {
	// The reader takes the bytes over; the caller's copy is not touched.
	const pdf = await getDocumentProxy(bytes.slice());
	try {
		if (pdf.numPages > MAX_PAGES) throw new RangeError('too many pages');
		const { text } = await extractText(pdf, { mergePages: true });
		return text;
	} finally {
		await pdf.loadingTask.destroy();
	}
}
