// npm start: installs what is missing, builds when stale, and serves.
import { buildWhenStale } from './build.mjs';
import { run } from './node-24.mjs';
import { setup } from './setup.mjs';

try {
	await setup('run');
	await buildWhenStale();
	process.exitCode = await run('node', ['src/server.ts'], { env: { NODE_ENV: 'production' } });
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
