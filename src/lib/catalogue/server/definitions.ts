import type { Context } from '#lib/core/context.ts';
import type { KpiVersion } from '#lib/database/tables/catalogue.ts';
import * as catalogue from './repository.ts';

/** All versions of a KPI's definition, newest first; none for an unknown KPI. */
export function listDefinitions(
	{ db }: Pick<Context, 'db'>,
	kpiCode: string
): Promise<KpiVersion[]> {
	return catalogue.listVersions(db, kpiCode);
}
