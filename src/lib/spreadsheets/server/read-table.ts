import { DomainError } from '#lib/core/errors.ts';
import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import { WorkerFailure } from '#lib/core/server/worker-failure.ts';
import { FIGURE_LIMITS, type Table, type TableLimits } from '../table.ts';
import type * as tasks from './table-tasks.ts';

const inWorker = workerTasks<typeof tasks>('src/lib/spreadsheets/server/table-tasks.ts');

/** What an uploaded file may weigh, in bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const TIMEOUT_MS = 20_000;
const MEMORY_MB = 256;

/**
 * Reads the first sheet of a CSV or XLSX file in a worker thread. What is wrong with the file is
 * an `invalid` file; one that needs more time or memory than any honest table is refused as well.
 */
export async function readTable(
	bytes: Uint8Array,
	{
		signal,
		limits = FIGURE_LIMITS
	}: { signal?: AbortSignal | undefined; limits?: TableLimits } = {}
): Promise<Table> {
	if (bytes.length > MAX_FILE_BYTES) throw refused('import.tooLarge');
	try {
		const options = { timeoutMs: TIMEOUT_MS, memoryMb: MEMORY_MB, ...(signal && { signal }) };
		const result = await inWorker('readTable', { bytes, limits }, options);
		if (result.ok) return result.table;
		throw refused(result.problem.code, result.problem.values);
	} catch (error) {
		if (!(error instanceof WorkerFailure)) throw error;
		if (error.reason === 'busy') throw new DomainError('unavailable');
		throw refused(error.reason === 'cancelled' ? 'import.cancelled' : 'import.tooHeavy');
	}
}

function refused(code: string, values?: Readonly<Record<string, string | number>>): DomainError {
	return new DomainError('invalid', {
		message: code,
		...(values && { values }),
		fields: [{ path: 'file', code, ...(values && { values }) }]
	});
}
