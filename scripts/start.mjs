// npm start: installs what is missing, builds when stale, and serves.
import { buildWhenStale } from './build.mjs';
import { main, run, say } from './node-24.mjs';
import { setup } from './setup.mjs';

await main(async () => {
	await setup('run');
	await buildWhenStale();
	say('Starting …');
	return run('node', ['src/server.ts'], { env: { NODE_ENV: 'production' } });
});
