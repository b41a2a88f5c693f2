import { DomainError, invalidField } from '#lib/core/errors.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { WorkerFailure } from '#lib/core/server/worker-failure.ts';
import { firstLook, hasBytesBehindPdf, hasBytesBehindZip } from '../first-look.ts';
import { DOCUMENT_TYPES, isDocumentType, MAX_DOCUMENT_BYTES, MAX_IMAGE_BYTES } from '../kinds.ts';
import type * as tasks from './document-tasks.ts';
import { type PreparedImage, prepareImage } from './prepare-image.ts';

const inWorker = workerTasks<typeof tasks>('src/lib/attachments/server/document-tasks.ts');
const READING_LIMITS = { timeoutMs: 15_000, memoryMb: 512 };

/** A document that may be stored as it came. */
export interface PreparedDocument {
	readonly bytes: Uint8Array;
	readonly mediaType: string;
	readonly extension: string;
	readonly text: string;
}

export type Prepared =
	| { readonly kind: 'image'; readonly image: PreparedImage }
	| { readonly kind: 'document'; readonly document: PreparedDocument };

/** What may be uploaded somewhere; a `scan` is a picture or a PDF. */
export type Wanted = 'image' | 'document' | 'scan' | 'any';

/**
 * Looks at an uploaded file and makes it ready to be stored: pictures are drawn anew without what
 * cameras add, documents are read for their words. Refuses what is too large (`too_large`), of no
 * known kind (`unsupported_type`), unreadable, locked, or holds numbers of residents (`invalid`).
 */
export async function inspect(bytes: Uint8Array, wanted: Wanted): Promise<Prepared> {
	const seen = firstLook(bytes);
	if ('refused' in seen) throw unsupported(seen.refused);
	if (seen.container === 'image') {
		if (wanted === 'document') throw unsupported('attachment.notADocument');
		requireSize(bytes, MAX_IMAGE_BYTES);
		return { kind: 'image', image: await prepareImage(bytes) };
	}
	if (wanted === 'image') throw unsupported('attachment.notAPicture');
	if (wanted === 'scan' && seen.container !== 'pdf') throw unsupported('attachment.notAScan');
	requireSize(bytes, MAX_DOCUMENT_BYTES);
	if (seen.container === 'pdf') {
		if (hasBytesBehindPdf(bytes)) throw unsupported('attachment.twoThings');
		if (hasProgramInPdf(bytes)) throw unsupported('attachment.pdfProgram');
	} else if (hasBytesBehindZip(bytes)) throw unsupported('attachment.twoThings');
	return { kind: 'document', document: await prepareDocument(bytes) };
}

async function prepareDocument(bytes: Uint8Array): Promise<PreparedDocument> {
	const reading = await inWorker('readDocument', { bytes }, READING_LIMITS).catch(
		(error: unknown) => {
			if (!(error instanceof WorkerFailure)) throw error;
			if (error.reason === 'busy') throw new DomainError('unavailable');
			return { refused: 'attachment.unreadable' as const };
		}
	);
	if ('refused' in reading) throw unsupported(reading.refused);
	const { mediaType, text } = reading;
	if (!isDocumentType(mediaType)) throw unsupported('attachment.wrongType');
	if (hasPersonalNumber(text)) throw invalidField('file', 'attachment.personalNumber');
	return { bytes, mediaType, extension: DOCUMENT_TYPES[mediaType], text };
}

function requireSize(bytes: Uint8Array, max: number): void {
	if (bytes.length <= max) return;
	const values = { max: max / (1024 * 1024) };
	throw new DomainError('too_large', {
		message: 'attachment.tooLarge',
		values,
		fields: [{ path: 'file', code: 'attachment.tooLarge', values }]
	});
}

/** Scripts and actions that start programs; papers of governments need neither. */
function hasProgramInPdf(bytes: Uint8Array): boolean {
	return /\/(?:JavaScript|Launch|EmbeddedFile)\b/.test(Buffer.from(bytes).toString('latin1'));
}

/** A refusal that stands both beside the field and above the form. */
export function unsupported(message: string): DomainError {
	return new DomainError('unsupported_type', {
		message,
		fields: [{ path: 'file', code: message }]
	});
}
