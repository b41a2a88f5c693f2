import * as v from 'valibot';
import { Cursor, DayText, Limit } from '#lib/http/query-values.ts';

/** `GET /hosts/{region}/sessions`. */
export const sessionsQuery = {
	from: v.optional(DayText),
	to: v.optional(DayText)
};

export const listQuery = { limit: Limit, cursor: Cursor };
