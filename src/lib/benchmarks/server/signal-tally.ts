import type { Context } from '#lib/core/context.ts';
import type { Db } from '#lib/database/connection.ts';
import type { SignalRow } from '#lib/database/tables/peers.ts';
import { getDataVersion } from '#lib/observations/server/data-version.ts';
import { largestSignalChance } from '../statistics/benjamini-hochberg.ts';
import { expectedFalseSignals } from '../statistics/signal-budget.ts';
import * as signals from './signals-repository.ts';

/** The share of false signals among those that stand out (Benjamini and Hochberg). */
export const FALSE_DISCOVERY_RATE = 0.1;

/** What all series that end in a month come to. */
export interface SignalTally {
	/** Series with fixed limits. */
	readonly nSeries: number;
	/** How many of them would be flagged if nothing had changed anywhere. */
	readonly nByChance: number;
	/** The largest chance that still stands out. */
	readonly threshold: number;
	readonly nStandingOut: number;
	readonly flagged: Awaited<ReturnType<typeof signals.countFlagged>>;
}

interface Kept {
	readonly version: number;
	readonly tallies: Map<number, Promise<SignalTally>>;
	months?: ReturnType<typeof signals.listMonths>;
}

/** By database. Signals change only where something is published, and then the version does. */
const kept = new WeakMap<Db, Kept>();

/** Counts a month's signals once for every state of the published data: there are thousands. */
export async function tallySignals(ctx: Pick<Context, 'db'>, month: number): Promise<SignalTally> {
	const { tallies } = await keptNow(ctx);
	const tally = tallies.get(month) ?? count(ctx.db, month);
	tallies.set(month, tally);
	tally.then(
		// Series that are judged for the first time, in bulk, change no version.
		({ nSeries }) => nSeries === 0 && tallies.delete(month),
		// A failure is not kept: the next reader tries again.
		() => tallies.delete(month)
	);
	return tally;
}

/** How many series end in each month, newest first. */
export async function listSignalMonths(
	ctx: Pick<Context, 'db'>
): Promise<readonly { readonly month: number; readonly n: number }[]> {
	const known = await keptNow(ctx);
	known.months ??= signals.listMonths(ctx.db);
	known.months.then(
		(months) => months.length === 0 && delete known.months,
		() => delete known.months
	);
	return known.months;
}

async function keptNow(ctx: Pick<Context, 'db'>): Promise<Kept> {
	const version = await getDataVersion(ctx);
	const known = kept.get(ctx.db);
	if (known?.version === version) return known;
	const made = { version, tallies: new Map() };
	kept.set(ctx.db, made);
	return made;
}

async function count(db: Db, month: number): Promise<SignalTally> {
	return standOut(await signals.listChances(db, month), {
		flagged: await signals.countFlagged(db, month),
		nByChance: expectedFalseSignals(await signals.countByLength(db, month))
	});
}

/** The same of signals that are not kept: all those that end in a month. */
export function makeTally(
	rows: readonly Pick<SignalRow, 'n' | 'season' | 'p' | 'rule' | 'variation'>[]
): SignalTally {
	const limited = rows.flatMap((row) => (row.p === null ? [] : [{ ...row, p: row.p }]));
	const flagged = Map.groupBy(
		limited.filter(({ rule }) => rule !== null),
		({ variation }) => variation
	);
	return standOut(
		limited.map(({ p }) => p).toSorted((a, b) => a - b),
		{
			flagged: [...flagged].map(([variation, { length }]) => ({ variation, n: length })),
			nByChance: expectedFalseSignals(
				limited.map(({ n, season }) => ({ n, isSeasonal: season !== null, series: 1 }))
			)
		}
	);
}

/** @param chances ascending */
function standOut(
	chances: readonly number[],
	counted: Pick<SignalTally, 'flagged' | 'nByChance'>
): SignalTally {
	const threshold = largestSignalChance(chances, FALSE_DISCOVERY_RATE);
	return {
		...counted,
		nSeries: chances.length,
		threshold,
		nStandingOut: chances.filter((p) => p <= threshold).length
	};
}
