import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { CompareQuery } from '../compare-query.ts';
import type { Series } from '../series.ts';
import { getSeries } from './series.ts';

/**
 * What a comparison shows: the months of the chosen regions and the quartiles of the chosen group.
 * A comparison without a KPI is `invalid`.
 */
export async function getCompare(
	ctx: Pick<Context, 'db' | 'now'>,
	query: CompareQuery
): Promise<Series> {
	if (query.kpi === null) {
		throw new DomainError('invalid', { fields: [{ path: 'kpi', code: 'field.required' }] });
	}
	return getSeries(ctx, { ...query, kpi: query.kpi, isRolling: query.view === 'rolling12' });
}
