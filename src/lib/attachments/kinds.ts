/** The types of files the site takes, as their bytes tell, with the names people know. */
export const DOCUMENT_TYPES = {
	'application/pdf': 'pdf',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
	'application/vnd.oasis.opendocument.text': 'odt',
	'application/vnd.oasis.opendocument.spreadsheet': 'ods',
	'application/vnd.oasis.opendocument.presentation': 'odp'
} as const satisfies Readonly<Record<string, string>>;
export type DocumentType = keyof typeof DOCUMENT_TYPES;

export const IMAGE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** What pictures are stored as, whatever they came as. */
export const STORED_IMAGE_TYPE = 'image/webp';

const MIB = 1024 * 1024;
export const MAX_IMAGE_BYTES = 10 * MIB;
export const MAX_DOCUMENT_BYTES = 15 * MIB;
/** A page with more pictures and papers than this is no longer read. */
export const MAX_FILES_PER_OWNER = 40;

/** For the `accept` of a file input; what arrives is looked at all the same. */
export const ACCEPTED_IMAGES = IMAGE_TYPES.join(',');
export const ACCEPTED_DOCUMENTS = Object.values(DOCUMENT_TYPES)
	.map((extension) => `.${extension}`)
	.join(',');
/** Scans of paper are pictures or PDF. */
export const ACCEPTED_SCANS = `${ACCEPTED_IMAGES},.pdf`;

export function isDocumentType(type: string): type is DocumentType {
	return Object.hasOwn(DOCUMENT_TYPES, type);
}

export function isImageType(type: string): type is ImageType {
	return IMAGE_TYPES.some((known) => known === type);
}

/** How wide the stored sizes of a picture may be, in pixels. */
export const IMAGE_SIZES = { large: 1600, small: 640 } as const;
export type ImageSize = keyof typeof IMAGE_SIZES;

export function isImageSize(value: string): value is ImageSize {
	return Object.hasOwn(IMAGE_SIZES, value);
}
