// npm run admin -- <command>: what an operator does by command line. See --help.
import { run } from './node-24.mjs';
import { setup } from './setup.mjs';

await setup('run');
process.exitCode = await run('node', ['src/cli/admin.ts', ...process.argv.slice(2)]);
