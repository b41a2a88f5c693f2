// npm run dev: the site with changes shown as they are saved.
import { runPackage } from './node-24.mjs';
import { setup } from './setup.mjs';

await setup('dev');
const port = process.env.PORT ?? '3000';
process.exitCode = await runPackage('vite/bin/vite.js', [
	'dev',
	'--host',
	'127.0.0.1',
	'--port',
	port
]);
