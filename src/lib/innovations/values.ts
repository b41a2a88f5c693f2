/** The closed lists of a write-up's fields, as `domain.md` names them; texts are messages. */
export const KINDS = ['digital', 'non_digital', 'mixed'] as const;
export type InnovationKind = (typeof KINDS)[number];

export const FORMS = ['public_service', 'governance', 'other'] as const;

export const STAGES = ['initiative', 'pilot', 'implementation'] as const;
export type InnovationStage = (typeof STAGES)[number];

export const SUSTAINABILITIES = ['unconfirmed', 'active', 'growing', 'stopped'] as const;

export const DIFFICULTIES = ['low', 'medium', 'high'] as const;

export const SORTS = ['relevance', 'newest', 'confirmed', 'title'] as const;
export type InnovationSort = (typeof SORTS)[number];

/** What a file of a write-up is for: the picture above it, pictures in it, papers behind it. */
export const FILE_PURPOSES = ['cover', 'gallery', 'document'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];
