import { listDefinitions } from '#lib/catalogue/server/definitions.ts';
import type { Context } from '#lib/core/context.ts';
import type { Month } from '#lib/core/period.ts';
import { listLaunches } from '#lib/innovations/server/list-launches.ts';
import type { CompareEvent } from '../comparison.ts';

/**
 * What happened in a stretch of months that a KPI's lines may show: published innovations of these
 * regions that name the KPI, from the month they could have an effect, and new definitions.
 */
export async function listCompareEvents(
	ctx: Pick<Context, 'db'>,
	query: {
		readonly kpi: string;
		readonly regions: readonly string[];
		readonly from: Month;
		readonly to: Month;
	}
): Promise<CompareEvent[]> {
	const { from, to } = query;
	const launches = await listLaunches(ctx, query);
	const definitions = await listDefinitions(ctx, query.kpi);
	const events: CompareEvent[] = [
		...launches.map(({ month, regionCode, slug, titleId, titleEn }) => ({
			kind: 'innovation' as const,
			month,
			region: regionCode,
			slug,
			titleId,
			titleEn
		})),
		// The first definition is the beginning of the KPI, not a change.
		...definitions
			.filter(({ version, validFrom }) => version > 1 && validFrom >= from && validFrom <= to)
			.map(({ version, validFrom }) => ({
				kind: 'definition' as const,
				month: validFrom,
				version
			}))
	];
	return events.toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}
