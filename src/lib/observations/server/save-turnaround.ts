import type { Context } from '#lib/core/context.ts';
import type { Month } from '#lib/core/period.ts';
import type { TurnaroundInput } from '../schema.ts';
import { saveEntry, type SavedEntry } from './save-entry.ts';
import { requireService } from './scope.ts';

/** Saves the form of one service's month: {@link saveEntry} with the service's name. */
export async function saveTurnaround(
	ctx: Context,
	{
		region,
		month,
		service,
		...input
	}: { region: string; month: Month; service: string } & TurnaroundInput
): Promise<SavedEntry> {
	const { code } = await requireService(ctx, region, service);
	return saveEntry(ctx, {
		region,
		month,
		kpi: code,
		presence: 'figures',
		numerator: null,
		denominator: null,
		value: null,
		...input
	});
}
