import type { Context } from '#lib/core/context.ts';
import * as links from './links-repository.ts';

export type { KpiWriteUp } from './links-repository.ts';

/** The published write-ups by the KPIs they are about, of some regions or on some KPIs. */
export async function listKpiWriteUps(
	{ db }: Pick<Context, 'db'>,
	filter: { readonly regions?: readonly string[]; readonly kpis?: readonly string[] }
): Promise<links.KpiWriteUp[]> {
	return links.listPublished(db, filter);
}
