import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { sourceRoot } from './source-root.ts';
import { WorkerFailure } from './worker-failure.ts';

export interface WorkerQuestion {
	/** The address of the file that exports the task. */
	readonly module: string;
	readonly task: string;
	readonly input: unknown;
}

export type WorkerAnswer =
	{ readonly ok: true; readonly output: unknown } | { readonly ok: false; readonly error: unknown };

/** A question on its way through the pool. */
export interface WorkerJob {
	readonly question: WorkerQuestion;
	readonly timeoutMs: number;
	readonly memoryMb: number;
	readonly signal: AbortSignal | undefined;
	readonly resolve: (output: unknown) => void;
	readonly reject: (error: unknown) => void;
}

interface Thread {
	readonly worker: Worker;
	readonly memoryMb: number;
	isBusy: boolean;
}

/** Never one alone, so that a long import leaves a thread for the short tasks of the pages. */
const MAX_THREADS = Math.min(4, availableParallelism() + 1);
/** More than this waiting at once means that the server cannot keep up: better say so. */
const MAX_WAITING = 500;

const threads = new Set<Thread>();
const waiting: WorkerJob[] = [];

/** Gives a job to a free thread, or lets it wait for one. */
export function enqueue(job: WorkerJob): void {
	if (waiting.length >= MAX_WAITING) {
		job.reject(new WorkerFailure('busy'));
		return;
	}
	waiting.push(job);
	startNext();
}

function startNext(): void {
	const [job] = waiting;
	if (!job) return;
	if (job.signal?.aborted) {
		waiting.shift();
		job.reject(new WorkerFailure('cancelled'));
		startNext();
		return;
	}
	const thread = freeThread(job.memoryMb);
	if (!thread) return;
	waiting.shift();
	run(thread, job);
}

/** A thread with this limit that has nothing to do; where all are taken, null. */
function freeThread(memoryMb: number): Thread | null {
	const free = [...threads].filter(({ isBusy }) => !isBusy);
	const fitting = free.find((thread) => thread.memoryMb === memoryMb);
	if (fitting) return fitting;
	if (threads.size >= MAX_THREADS) {
		const [other] = free;
		if (!other) return null;
		end(other);
	}
	return startThread(memoryMb);
}

function startThread(memoryMb: number): Thread {
	const entry = path.join(sourceRoot(), 'src/lib/core/server/worker-entry.ts');
	const worker = new Worker(pathToFileURL(entry), {
		resourceLimits: { maxOldGenerationSizeMb: memoryMb },
		// Tasks see neither the process's secrets nor what it was started with.
		env: {},
		execArgv: []
	});
	// Without a task a thread keeps no process alive; an idle one that dies is only replaced.
	worker.unref();
	const thread: Thread = { worker, memoryMb, isBusy: false };
	worker.on('error', () => threads.delete(thread));
	worker.on('exit', () => threads.delete(thread));
	threads.add(thread);
	return thread;
}

function end(thread: Thread): void {
	threads.delete(thread);
	void thread.worker.terminate();
}

function run(thread: Thread, job: WorkerJob): void {
	const { worker } = thread;
	const timer = setTimeout(() => {
		stop(new WorkerFailure('timeout'));
	}, job.timeoutMs);
	const onAbort = () => {
		stop(new WorkerFailure('cancelled'));
	};
	const onMessage = (answer: WorkerAnswer) => {
		settle();
		if (answer.ok) job.resolve(answer.output);
		else job.reject(answer.error);
		startNext();
	};
	const onError = (error: NodeJS.ErrnoException) => {
		const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
		stop(new WorkerFailure(isMemory ? 'memory' : 'crash', { cause: error }));
	};
	const onExit = () => {
		stop(new WorkerFailure('crash'));
	};

	function settle(): void {
		clearTimeout(timer);
		job.signal?.removeEventListener('abort', onAbort);
		worker.off('message', onMessage).off('error', onError).off('exit', onExit);
		worker.unref();
		thread.isBusy = false;
	}

	/** A thread that was stopped in the middle of something is of no use any more. */
	function stop(failure: WorkerFailure): void {
		settle();
		end(thread);
		job.reject(failure);
		startNext();
	}

	thread.isBusy = true;
	worker.ref();
	worker.on('message', onMessage).on('error', onError).on('exit', onExit);
	job.signal?.addEventListener('abort', onAbort, { once: true });
	try {
		worker.postMessage(job.question);
	} catch (error) {
		settle();
		job.reject(error);
		startNext();
	}
}
