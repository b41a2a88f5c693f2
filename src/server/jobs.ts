import { randomUUID } from 'node:crypto';
import type { Config } from '#lib/core/config.ts';
import type { Db } from '#lib/database/connection.ts';
import { giveBackLease, renewLease, takeLease } from '#lib/database/job-lease.ts';
import { log } from '#lib/http/server/log.ts';

/** What a job is given. It acts for nobody: there is no actor. */
export interface JobContext {
	readonly db: Db;
	readonly now: () => Date;
	readonly config: Config;
	/** Aborted when the process is asked to stop: end soon, the next run goes on. */
	readonly signal: AbortSignal;
}

/** Work that comes round by itself. A run that fails is logged and comes round again. */
export interface Job {
	readonly name: string;
	readonly everySeconds: number;
	readonly run: (ctx: JobContext) => Promise<unknown>;
}

export interface RunningJobs {
	/** Starts no more runs, tells the current ones, and resolves once they have ended. */
	readonly stop: () => Promise<void>;
}

const TICK_MS = 1_000;
/** A process that dies keeps its jobs from the others for no longer than this. */
const LEASE_MS = 60_000;
const RENEW_MS = 20_000;

interface Options {
	readonly tickMs?: number;
	readonly owner?: string;
}

/**
 * Runs each job every so many seconds. One run at a time for a name, also when several processes
 * work on one database: the lease lies in it. Nothing a job throws reaches the process.
 */
export function startJobs(
	jobs: readonly Job[],
	ctx: Omit<JobContext, 'signal'>,
	{ tickMs = TICK_MS, owner = randomUUID() }: Options = {}
): RunningJobs {
	const stopping = new AbortController();
	const running = new Map<string, Promise<void>>();
	/** When this process looks at a job again, in its own clock's milliseconds. */
	const lookAt = new Map<string, number>();

	const tick = () => {
		const nowMs = ctx.now().getTime();
		for (const job of jobs) {
			if (running.has(job.name) || (lookAt.get(job.name) ?? 0) > nowMs) continue;
			lookAt.set(job.name, nowMs + job.everySeconds * 1000);
			const run = runOnce(job, { ...ctx, signal: stopping.signal }, owner).finally(() => {
				running.delete(job.name);
			});
			running.set(job.name, run);
		}
	};
	const timer = setInterval(tick, tickMs);
	timer.unref();
	tick();

	return {
		stop: async () => {
			clearInterval(timer);
			stopping.abort();
			await Promise.all(running.values());
		}
	};
}

/** Never rejects. */
async function runOnce(job: Job, ctx: JobContext, owner: string): Promise<void> {
	const { name } = job;
	const startedAt = ctx.now();
	try {
		if (!(await takeLease(ctx.db, { name, owner, now: startedAt, leaseMs: LEASE_MS }))) return;
	} catch (error) {
		log.error({ err: error, job: name }, 'job could not be taken');
		return;
	}
	const renewal = setInterval(() => {
		renewLease(ctx.db, { name, owner, now: ctx.now(), leaseMs: LEASE_MS }).catch(
			(error: unknown) => {
				log.error({ err: error, job: name }, 'job lease could not be renewed');
			}
		);
	}, RENEW_MS);
	let failure: string | null = null;
	try {
		await job.run(ctx);
	} catch (error) {
		failure = error instanceof Error ? error.message : String(error);
		log.error({ err: error, job: name }, 'job failed');
	}
	clearInterval(renewal);
	const nextAt = new Date(startedAt.getTime() + job.everySeconds * 1000);
	await giveBackLease(ctx.db, { name, owner, now: ctx.now() }, { nextAt, error: failure }).catch(
		(error: unknown) => {
			log.error({ err: error, job: name }, 'job could not be given back');
		}
	);
}
