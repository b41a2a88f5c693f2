import type { Context } from '#lib/core/context.ts';
import type { MonthIndex } from '#lib/database/tables/values.ts';
import type { PublishedPoint } from '../series-signal.ts';
import { listHolding } from './baseline-repository.ts';
import { listSignalMonths, tallySignals, type SignalTally } from './signal-tally.ts';
import * as signals from './signals-repository.ts';

/** Where signals come from: those that are kept of now, or those of a day, which are found anew. */
export interface SignalSource {
	readonly list: (filter: signals.SignalFilter) => Promise<readonly signals.NamedSignal[]>;
	/** How many series end in each month, newest first. */
	readonly months: () => Promise<readonly { readonly month: number; readonly n: number }[]>;
	readonly tally: (month: number) => Promise<SignalTally>;
	/** The values of one series, in the order of the months. */
	readonly points: (kpiKey: number, regionKey: number) => Promise<readonly PublishedPoint[]>;
	/** The months from which it is judged by limits of its own. */
	readonly restarts: (kpiKey: number, regionKey: number) => Promise<readonly MonthIndex[]>;
}

/** The signals of what is published now. */
export function signalsNow(ctx: Pick<Context, 'db'>): SignalSource {
	return {
		list: (filter) => signals.list(ctx.db, filter),
		months: () => listSignalMonths(ctx),
		tally: (month) => tallySignals(ctx, month),
		points: (kpiKey, regionKey) => signals.listPoints(ctx.db, kpiKey, [regionKey]),
		restarts: async (kpiKey, regionKey) =>
			(await listHolding(ctx.db, { kpiKey, regionKey })).map(({ month }) => month)
	};
}
