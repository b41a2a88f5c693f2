// npm run admin -- <command>: what an operator does by command line. See --help.
import { main, run } from './node-24.mjs';
import { setup } from './setup.mjs';

await main(async () => {
	await setup('run');
	return run('node', ['src/cli/admin.ts', ...process.argv.slice(2)]);
});
