import type { Context } from '#lib/core/context.ts';
import * as context from './context-repository.ts';

/** The residents of regions as an operator has imported them, by code; unknown ones are not there. */
export async function getPopulations(
	{ db }: Pick<Context, 'db'>,
	regionCodes: readonly string[]
): Promise<ReadonlyMap<string, number>> {
	if (regionCodes.length === 0) return new Map();
	const rows = await context.listVariable(db, 'population', regionCodes);
	return new Map(rows.map(({ regionCode, value }) => [regionCode, value]));
}
