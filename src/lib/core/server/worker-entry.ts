import { parentPort } from 'node:worker_threads';
import type { WorkerAnswer, WorkerQuestion } from './worker-pool.ts';

/** The whole program of a worker thread: it answers one question after the other. */
parentPort?.on('message', (question: WorkerQuestion) => {
	void answer(question);
});

async function answer({ module, task, input }: WorkerQuestion): Promise<void> {
	try {
		const tasks = (await import(module)) as Record<string, (input: unknown) => unknown>;
		const run = tasks[task];
		if (!run) throw new RangeError(`There is no task ${task} in ${module}`);
		post({ ok: true, output: await run(input) });
	} catch (error) {
		post({ ok: false, error });
	}
}

function post(message: WorkerAnswer): void {
	parentPort?.postMessage(message);
}
