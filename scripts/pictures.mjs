// npm run pictures: photographs the pages at three widths, light and dark, to be looked at. What it
// writes is not kept, but for the pictures of the README (`--readme`).
import { prepareBrowser } from './browser.mjs';
import { buildWhenStale } from './build.mjs';
import { main, run, say } from './node-24.mjs';
import { setup } from './setup.mjs';

await main(async () => {
	await setup('dev');
	const env = await prepareBrowser();
	await buildWhenStale();
	say('Taking pictures …');
	return run('node', ['tests/pictures/take.ts', ...process.argv.slice(2)], { env });
});
