import type { Timestamp } from './values.ts';

export interface JobTables {
	jobRun: JobRunTable;
}

/** One row a job, whichever process runs it. */
interface JobRunTable {
	name: string;
	nextAt: Timestamp;
	/** The process that runs it now; null when nobody does. */
	leasedBy: string | null;
	/** After this instant another process may take the job over. */
	leasedUntil: Timestamp | null;
	finishedAt: Timestamp | null;
	/** Why the last run failed, or null. */
	lastError: string | null;
}
