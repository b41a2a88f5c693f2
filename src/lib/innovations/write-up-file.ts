import type { Attachment } from '#lib/database/tables/attachments.ts';

/** A picture or document of a write-up, as pages need it. */
export type WriteUpFile = Pick<
	Attachment,
	'id' | 'purpose' | 'visibility' | 'fileName' | 'bytes' | 'width' | 'height' | 'altId' | 'altEn'
>;
