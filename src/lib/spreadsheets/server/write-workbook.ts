import { workerTasks } from '#lib/core/server/run-in-worker.ts';
import type { Sheet } from '../workbook.ts';
import type * as tasks from './workbook-tasks.ts';

const inWorker = workerTasks<typeof tasks>('src/lib/spreadsheets/server/workbook-tasks.ts');

/** Writes an XLSX file in a worker thread. */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
	return inWorker('writeWorkbook', { sheets });
}
