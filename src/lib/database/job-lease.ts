import type { Db } from './connection.ts';

/** Who wants to run a job, and at what instant. */
export interface LeaseRequest {
	readonly name: string;
	/** The process that asks. */
	readonly owner: string;
	readonly now: Date;
	readonly leaseMs: number;
}

/**
 * Takes the right to run a job when it is due and nobody else runs it: one statement, so of two
 * processes on one database one gets it. A lease that has run out counts as given back.
 */
export async function takeLease(
	db: Db,
	{ name, owner, now, leaseMs }: LeaseRequest
): Promise<boolean> {
	const at = now.toISOString();
	const lease = { leasedBy: owner, leasedUntil: after(now, leaseMs) };
	const taken = await db
		.insertInto('jobRun')
		.values({ name, nextAt: at, ...lease, finishedAt: null, lastError: null })
		.onConflict((conflict) =>
			conflict
				.column('name')
				.doUpdateSet(lease)
				.where('jobRun.nextAt', '<=', at)
				.where((eb) =>
					eb.or([eb('jobRun.leasedUntil', 'is', null), eb('jobRun.leasedUntil', '<=', at)])
				)
		)
		.returning('name')
		.executeTakeFirst();
	return taken !== undefined;
}

/** Keeps a running job's lease alive; false when another process has taken it over. */
export async function renewLease(
	db: Db,
	{ name, owner, now, leaseMs }: LeaseRequest
): Promise<boolean> {
	const result = await db
		.updateTable('jobRun')
		.set({ leasedUntil: after(now, leaseMs) })
		.where('name', '=', name)
		.where('leasedBy', '=', owner)
		.executeTakeFirst();
	return Number(result.numUpdatedRows) === 1;
}

/** Gives a job back with how it ended and when it is due again. */
export async function giveBackLease(
	db: Db,
	{ name, owner, now }: Omit<LeaseRequest, 'leaseMs'>,
	end: { readonly nextAt: Date; readonly error: string | null }
): Promise<void> {
	await db
		.updateTable('jobRun')
		.set({
			leasedBy: null,
			leasedUntil: null,
			nextAt: end.nextAt.toISOString(),
			finishedAt: now.toISOString(),
			lastError: end.error
		})
		.where('name', '=', name)
		.where('leasedBy', '=', owner)
		.execute();
}

function after(now: Date, ms: number): string {
	return new Date(now.getTime() + ms).toISOString();
}
