/** ISO 8601 in UTC, e.g. 2026-11-24T03:00:00.000Z. Text sorts by time in both databases. */
export type Timestamp = string;

/** Neither database shares the other's boolean, so there is none. */
export type Flag = 0 | 1;

/** The index of a month: see `core/period.ts`. */
export type MonthIndex = number;
