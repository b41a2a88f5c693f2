import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readConfig, type Config } from '#lib/core/config.ts';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { databaseNames, openDatabaseAt } from '#tests/support/databases.ts';
import { startJobs, type Job } from '../../../src/server/jobs.ts';

const TICK_MS = 5;

function config(): Config {
	const result = readConfig({});
	if (!result.ok) throw new Error('the defaults are in order');
	return result.config;
}

/** Two processes on one database, as far as the database can tell. */
async function twoProcesses(name: (typeof databaseNames)[number], jobs: readonly Job[]) {
	const { db, url } = await openDatabaseAt(name);
	const other = openDatabaseConnection(url);
	const clock = { now: new Date('2026-11-24T03:00:00Z') };
	const now = () => clock.now;
	const options = { tickMs: TICK_MS };
	const first = startJobs(jobs, { db, now, config: config() }, { ...options, owner: 'first' });
	const second = startJobs(
		jobs,
		{ db: other, now, config: config() },
		{ ...options, owner: 'second' }
	);
	const stop = async () => {
		await Promise.all([first.stop(), second.stop()]);
	};
	onTestFinished(async () => {
		await stop();
		await other.destroy();
	});
	return { db, clock, stop };
}

describe.each(databaseNames)('jobs on %s', (name) => {
	test('two processes run a job once each time it is due, and never both at once', async () => {
		let now = 0;
		let most = 0;
		let runs = 0;
		const run = async () => {
			runs += 1;
			most = Math.max(most, (now += 1));
			await new Promise((resolve) => setTimeout(resolve, 20));
			now -= 1;
		};
		const { clock } = await twoProcesses(name, [{ name: 'test', everySeconds: 30, run }]);
		await expect.poll(() => runs).toBe(1);
		clock.now = new Date(clock.now.getTime() + 31_000);
		await expect.poll(() => runs).toBe(2);
		await new Promise((resolve) => setTimeout(resolve, 20 * TICK_MS));
		expect({ runs, most }).toEqual({ runs: 2, most: 1 });
	});

	test('a job that fails is kept with its reason and comes round again', async () => {
		const run = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no disk'));
		run.mockResolvedValue();
		const { db, clock } = await twoProcesses(name, [{ name: 'test', everySeconds: 60, run }]);
		const row = () =>
			db.selectFrom('jobRun').selectAll().where('leasedBy', 'is', null).executeTakeFirst();
		await expect.poll(async () => (await row())?.lastError).toBe('no disk');

		clock.now = new Date(clock.now.getTime() + 61_000);
		await expect.poll(() => run.mock.calls.length).toBe(2);
		await expect.poll(async () => (await row())?.lastError).toBeNull();
	});

	test('the lease of a process that died runs out', async () => {
		const run = vi.fn<() => Promise<void>>().mockResolvedValue();
		const { db, url } = await openDatabaseAt(name);
		await db
			.insertInto('jobRun')
			.values({
				name: 'test',
				nextAt: '2026-11-24T02:00:00.000Z',
				leasedBy: 'the dead',
				leasedUntil: '2026-11-24T03:00:30.000Z',
				finishedAt: null,
				lastError: null
			})
			.execute();
		const clock = { now: new Date('2026-11-24T03:00:00Z') };
		const own = openDatabaseConnection(url);
		const jobs = startJobs(
			[{ name: 'test', everySeconds: 1, run }],
			{ db: own, now: () => clock.now, config: config() },
			{ tickMs: TICK_MS }
		);
		onTestFinished(async () => {
			await jobs.stop();
			await own.destroy();
		});
		await new Promise((resolve) => setTimeout(resolve, 20 * TICK_MS));
		expect(run).not.toHaveBeenCalled();
		clock.now = new Date('2026-11-24T03:00:31Z');
		await expect.poll(() => run.mock.calls.length).toBe(1);
	});

	test('stopping tells the run that goes on, waits for it, and starts no other', async () => {
		let hasEnded = false;
		const run = vi.fn<Job['run']>().mockImplementation(async ({ signal }) => {
			await new Promise((resolve) => {
				signal.addEventListener('abort', resolve);
			});
			await new Promise((resolve) => setTimeout(resolve, 20));
			hasEnded = true;
		});
		const { clock, stop } = await twoProcesses(name, [{ name: 'test', everySeconds: 1, run }]);
		await expect.poll(() => run.mock.calls.length).toBe(1);
		await stop();
		expect(hasEnded).toBe(true);
		clock.now = new Date(clock.now.getTime() + 60_000);
		await new Promise((resolve) => setTimeout(resolve, 10 * TICK_MS));
		expect(run).toHaveBeenCalledTimes(1);
	});
});
