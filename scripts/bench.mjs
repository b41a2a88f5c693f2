// npm run bench: measures and prints; it asserts nothing. `npm run bench -- import series` runs some
// of the files tests/load/<name>.bench.ts, which Node runs as they are; without a name all of them.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { main, root, run, say } from './node-24.mjs';
import { setup } from './setup.mjs';

const ENDING = '.bench.ts';
const BAD_USAGE = 2;

await main(async () => {
	const [wanted, options] = splitWords(process.argv.slice(2));
	const known = readdirSync(path.join(root, 'tests/load'))
		.filter((file) => file.endsWith(ENDING))
		.map((file) => file.slice(0, -ENDING.length))
		.sort();
	const unknown = wanted.filter((name) => !known.includes(name));
	if (options.includes('--help') || unknown.length > 0) {
		if (unknown.length > 0) console.error(`There is no measurement "${unknown.join('", "')}".`);
		console.log(`npm run bench -- [${known.join('|')}] [options of the measurement]`);
		return unknown.length > 0 ? BAD_USAGE : 0;
	}
	await setup('dev');
	let worst = 0;
	for (const name of wanted.length > 0 ? wanted : known) {
		say(`Measuring ${name} …`);
		const file = path.join('tests/load', name + ENDING);
		worst = Math.max(worst, await run('node', [file, ...options]));
	}
	return worst;
});

/** Names of measurements, and options that are handed on to them. */
function splitWords(words) {
	const isOption = (word) => word.startsWith('-');
	return [words.filter((word) => !isOption(word)), words.filter(isOption)];
}
