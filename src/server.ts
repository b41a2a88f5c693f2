import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Config } from '#lib/core/config.ts';
import { readProcessConfig } from '#lib/core/server/app-config.ts';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { prepareDatabase } from '#lib/database/prepare.ts';
import { LARGEST_BODY_LIMIT } from '#lib/http/body-limit.ts';
import { log } from '#lib/http/server/log.ts';
import { answerClientError } from './server/client-error.ts';
import { drainOnSignal } from './server/drain.ts';
import { jobs } from './server/job-list.ts';
import { startJobs, type RunningJobs } from './server/jobs.ts';
import { createListener, type Handler } from './server/listener.ts';

/** EX_CONFIG of sysexits.h: a supervisor that sees it need not try again. */
const BAD_CONFIGURATION = 78;

const TIMEOUTS = { requestTimeout: 60_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 };
const LONGEST_HEADER_BYTES = 16_384;

await serve(readConfigOrExit());

async function serve(config: Config): Promise<void> {
	// For the person who started it: what happens, and the first administrator's link.
	await prepareDatabase(config, (line) => {
		console.log(line);
	});
	const handler = await loadApplication();
	const server = createServer(
		{ ...TIMEOUTS, maxHeaderSize: LONGEST_HEADER_BYTES },
		createListener(config, handler)
	);
	server.on('clientError', (error, socket) => {
		answerClientError(error, socket, config.origin);
	});
	server.on('error', (error: NodeJS.ErrnoException) => {
		const isTaken = error.code === 'EADDRINUSE';
		log.fatal({ err: error }, 'cannot listen');
		if (isTaken) {
			console.error(`Port ${String(config.port)} is in use. Set PORT to another one.`);
		}
		process.exit(1);
	});
	drainOnSignal(server, startJobsOf(config));
	server.listen(config.port, config.host, () => {
		log.info({ host: config.host, port: config.port }, 'listening');
		console.log(`Studi Tiru is ready at ${config.origin.origin}`);
	});
}

/** The jobs have a connection of their own: the application's lies inside the built handler. */
function startJobsOf(config: Config): RunningJobs {
	const db = openDatabaseConnection(config.databaseUrl, (line) => {
		log.warn(line);
	});
	const running = startJobs(jobs, { db, now: () => new Date(), config });
	return {
		stop: async () => {
			await running.stop();
			await db.destroy();
		}
	};
}

function readConfigOrExit(): Config {
	const result = readProcessConfig();
	if (result.ok) return result.config;

	console.error('Studi Tiru cannot start with these settings:');
	for (const { setting, problem, remedy } of result.problems) {
		console.error(`  ${setting} ${problem}. ${remedy}`);
	}
	process.exit(BAD_CONFIGURATION);
}

/** Imported late: the adapter reads its settings from the environment while it loads. */
async function loadApplication(): Promise<Handler> {
	const address = new URL('../build/handler.js', import.meta.url);
	if (!existsSync(address)) {
		console.error('The site has not been built. Run `npm start`, or `npm run build` first.');
		process.exit(1);
	}
	Object.assign(process.env, {
		PROTOCOL_HEADER: 'x-forwarded-proto',
		HOST_HEADER: 'x-forwarded-host',
		ADDRESS_HEADER: 'x-client-address',
		BODY_SIZE_LIMIT: String(LARGEST_BODY_LIMIT)
	});
	const { handler } = (await import(address.href)) as { handler: Handler };
	return handler;
}
