import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { log } from '#lib/http/server/log.ts';
import type { RunningJobs } from './jobs.ts';

/** Long enough for a proxy to see `/readyz` fail and for kept connections to be told to close. */
const NOTICE_MS = 500;
const LONGEST_MS = 8_000;
const CLEAN_UP_MS = 1_000;
/** A job that ignores the signal does not hold the process for longer. */
const JOBS_MS = 5_000;

/** Whether the process is on its way out; answers then close their connection. */
export const draining = { now: false };

/** Ends the process on SIGTERM or SIGINT once every request and job that has begun has ended. */
export function drainOnSignal(server: Server, jobs: RunningJobs): void {
	const sockets = new Set<Socket>();
	server.on('connection', (socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	server.on('request', (_request, response) => {
		response.once('close', () => {
			// A connection kept open before the signal would hold the process until it times out.
			if (draining.now) {
				setImmediate(() => {
					server.closeIdleConnections();
				});
			}
		});
	});

	const stop = (signal: NodeJS.Signals) => {
		if (draining.now) return;
		draining.now = true;
		log.info({ signal }, 'finishing open requests');
		const jobsEnded = Promise.race([jobs.stop(), pause(JOBS_MS)]);
		setTimeout(() => {
			server.close(() => {
				void jobsEnded.then(() => {
					finish(signal);
				});
			});
			server.closeIdleConnections();
			// Browsers open connections in advance; Node does not count these as idle.
			for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
		}, NOTICE_MS);
		setTimeout(() => {
			log.warn('closing the remaining connections by force');
			server.closeAllConnections();
		}, LONGEST_MS).unref();
	};
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => {
		setTimeout(resolve, ms).unref();
	});
}

/** The application closes its database at this event, as it would under the adapter's own server. */
function finish(signal: NodeJS.Signals): void {
	(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', signal);
	log.info('stopped');
	process.exitCode = 0;
	setTimeout(() => process.exit(0), CLEAN_UP_MS).unref();
}
