import { pino } from 'pino';

/** The application's log: JSON lines on standard output, without personal data. */
export const log = pino({
	level: process.env.LOG_LEVEL ?? 'info',
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime
});
