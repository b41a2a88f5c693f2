import { setImmediate } from 'node:timers/promises';

/** Lets whatever else waits have its turn: long work calls it every few milliseconds. */
export async function pause(): Promise<void> {
	await setImmediate();
}
