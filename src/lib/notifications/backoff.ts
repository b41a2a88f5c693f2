const MINUTE = 60_000;

/** 1 and 5 and 30 minutes, 2, 8 and 24 hours. */
const WAITS = [1, 5, 30, 120, 480, 1440].map((minutes) => minutes * MINUTE);

/** How long to wait after so many failed tries, in milliseconds; null: not again. */
export function waitAfter(attempts: number): number | null {
	return WAITS[attempts - 1] ?? null;
}
