import type { Server } from 'node:http';
import { log } from '#lib/http/server/log.ts';

/** Long enough for a proxy to see `/readyz` fail and for kept connections to be told to close. */
const NOTICE_MS = 500;
const LONGEST_MS = 8_000;
const CLEAN_UP_MS = 1_000;

/** Whether the process is on its way out; answers then close their connection. */
export const draining = { now: false };

/** Ends the process on SIGTERM or SIGINT once every request that has begun is answered. */
export function drainOnSignal(server: Server): void {
	const stop = (signal: NodeJS.Signals) => {
		if (draining.now) return;
		draining.now = true;
		log.info({ signal }, 'finishing open requests');
		setTimeout(() => {
			server.close(() => {
				finish(signal);
			});
			server.closeIdleConnections();
		}, NOTICE_MS);
		setTimeout(() => {
			server.closeAllConnections();
		}, LONGEST_MS).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

/** The application closes its database at this event, as it would under the adapter's own server. */
function finish(signal: NodeJS.Signals): void {
	(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', signal);
	log.info('stopped');
	process.exitCode = 0;
	setTimeout(() => process.exit(0), CLEAN_UP_MS).unref();
}
