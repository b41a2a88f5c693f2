// npm run dev: the site with changes shown as they are saved.
import { main, runPackage } from './node-24.mjs';
import { setup } from './setup.mjs';

await main(async () => {
	await setup('dev');
	const port = process.env.PORT ?? '3000';
	return runPackage('vite/bin/vite.js', ['dev', '--host', '127.0.0.1', '--port', port]);
});
