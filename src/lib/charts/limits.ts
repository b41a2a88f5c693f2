/** More named lines than this cannot be told apart, by colour, shape or label. */
export const MAX_NAMED_SERIES = 8;

/** A ranking with more rows shows its ends and what surrounds the highlighted regions. */
export const MAX_RANKING_ROWS = 60;
