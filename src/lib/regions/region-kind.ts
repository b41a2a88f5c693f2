/** The kinds of region that have districts and publish figures. */
export const REGION_KINDS = ['regency', 'city'] as const;

/** The kinds of entry in the public register. */
export const REGISTER_KINDS = [...REGION_KINDS, 'province'] as const;
