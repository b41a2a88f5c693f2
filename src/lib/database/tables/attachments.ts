import type { Selectable } from 'kysely';
import type { Timestamp } from './values.ts';

export interface AttachmentTables {
	attachment: AttachmentTable;
}

interface AttachmentTable {
	/** Random; the file lies under this name, and nothing about it can be guessed from others. */
	id: string;
	ownerKind: 'innovation' | 'visit' | 'observation';
	/** The id of an innovation, the reference of a visit, whatever names an observation. */
	ownerId: string;
	/** The region that uploaded it. */
	regionCode: string;
	/** What the owner uses it for, such as `cover`, `document`, `letter`. */
	purpose: string;
	visibility: 'public' | 'governments' | 'parties';
	/** As the uploader called it, without what file systems cannot bear. */
	fileName: string;
	/** As found in the bytes, never as claimed. */
	mediaType: string;
	bytes: number;
	/** Of the stored bytes. */
	sha256: string;
	/** Of pictures, in pixels. */
	width: number | null;
	height: number | null;
	/** What a picture shows, or a document's title. */
	altId: string;
	altEn: string | null;
	/** The words of a document, for the search. */
	textExtract: string;
	uploadedBy: string;
	createdAt: Timestamp;
}

export type Attachment = Selectable<AttachmentTable>;
