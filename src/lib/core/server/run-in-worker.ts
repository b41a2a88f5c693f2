import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sourceRoot } from './source-root.ts';
import { enqueue } from './worker-pool.ts';

export interface WorkerOptions {
	/** The task is ended after this time of running; 30 seconds unless told. */
	readonly timeoutMs?: number;
	/** How large the task's heap may grow; 256 MB unless told. */
	readonly memoryMb?: number;
	/** Ends the task, or takes it out of the queue. */
	readonly signal?: AbortSignal;
}

type Task = (input: never) => unknown;
type TaskName<Tasks> = {
	[Name in keyof Tasks]: Tasks[Name] extends Task ? Name : never;
}[keyof Tasks] &
	string;

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MEMORY_MB = 256;

/**
 * The tasks of a file, each to be run in a small pool of worker threads: for whatever takes more
 * than about 50 ms of processor time and would keep every other request waiting.
 *
 * ```ts
 * import type * as tasks from './rank-interval-tasks.ts';
 * const inWorker = workerTasks<typeof tasks>('src/lib/benchmarks/server/rank-interval-tasks.ts');
 * const intervals = await inWorker('drawIntervals', { regions, direction, seed });
 * ```
 *
 * The file is run as it is by Node: its imports end in `.ts`, and it imports no component and no
 * `$app/…`. Inputs and answers are copied (structured clone). What a task throws is an unexpected
 * failure and reaches the caller as a plain Error, so what a user caused belongs in the answer.
 * A task that runs too long, needs too much memory or is cancelled rejects with `WorkerFailure`.
 * @param file from the folder of package.json
 */
export function workerTasks<Tasks>(
	file: string
): <Name extends TaskName<Tasks>>(
	task: Name,
	input: Tasks[Name] extends (input: infer Input) => unknown ? Input : never,
	options?: WorkerOptions
) => Promise<Tasks[Name] extends (input: never) => infer Output ? Awaited<Output> : never> {
	return (task, input, options = {}) => {
		const module = pathToFileURL(path.join(sourceRoot(), file)).href;
		return new Promise((resolve, reject) => {
			enqueue({
				question: { module, task, input },
				timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
				memoryMb: options.memoryMb ?? DEFAULT_MEMORY_MB,
				signal: options.signal,
				resolve: resolve as (output: unknown) => void,
				reject
			});
		});
	};
}
