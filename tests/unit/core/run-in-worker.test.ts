import { threadId } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import type * as tasks from '#tests/support/worker-tasks.ts';

const inWorker = workerTasks<typeof tasks>('tests/support/worker-tasks.ts');
const MINUTE = 60_000;

describe('a task in a worker thread', () => {
	test('answers from another thread, which knows none of the process’s secrets', async () => {
		const where = await inWorker('whereIsIt', undefined);
		expect(where.threadId).not.toBe(threadId);
		expect(where.secrets).toEqual([]);
	});

	test('is one of many that wait for a few threads and all get their own answer', async () => {
		const sums = await Promise.all(
			Array.from({ length: 40 }, (_, i) => inWorker('add', { a: i, b: 1 }))
		);
		expect(sums).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
	});

	test('hands on what it throws, and the thread goes on', async () => {
		await expect(inWorker('fail', undefined)).rejects.toThrow('not today');
		expect(await inWorker('add', { a: 2, b: 2 })).toBe(4);
	});

	test('is ended when it takes too long', async () => {
		const endless = inWorker('spin', { ms: MINUTE }, { timeoutMs: 300 });
		await expect(endless).rejects.toMatchObject({ reason: 'timeout' });
		expect(await inWorker('add', { a: 2, b: 3 })).toBe(5);
	});

	test('is ended when it needs more memory than it may have', async () => {
		const greedy = inWorker('hoard', undefined, { memoryMb: 32 });
		await expect(greedy).rejects.toMatchObject({ reason: 'memory' });
		expect(await inWorker('add', { a: 3, b: 3 })).toBe(6);
	});

	test('is ended or never begun when it is cancelled', async () => {
		const controller = new AbortController();
		const { signal } = controller;
		const running = Array.from({ length: 12 }, () => inWorker('spin', { ms: MINUTE }, { signal }));
		setTimeout(() => {
			controller.abort();
		}, 300);
		const ends = await Promise.allSettled(running);
		expect(
			ends.map((end) => (end.status === 'rejected' ? (end.reason as Error).message : ''))
		).toEqual(ends.map(() => 'A worker thread ended a task: cancelled'));
		expect(await inWorker('add', { a: 3, b: 4 })).toBe(7);
	});

	test('refuses what cannot be copied, without losing the thread', async () => {
		const input = { a: 1, b: (() => 1) as unknown as number };
		await expect(inWorker('add', input)).rejects.toThrow('could not be cloned');
		expect(await inWorker('add', { a: 4, b: 4 })).toBe(8);
	});
});
