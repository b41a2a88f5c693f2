/** Why a task ended without an answer of its own. */
export type WorkerFailureReason = 'timeout' | 'memory' | 'cancelled' | 'crash' | 'busy';

/** A task that was ended from outside. What the task itself threw reaches the caller as it is. */
export class WorkerFailure extends Error {
	override name = 'WorkerFailure';
	readonly reason: WorkerFailureReason;

	constructor(reason: WorkerFailureReason, options?: ErrorOptions) {
		super(`A worker thread ended a task: ${reason}`, options);
		this.reason = reason;
	}
}
