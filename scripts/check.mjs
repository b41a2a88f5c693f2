// npm run check: types, lint and format. Says which of them failed.
import { runPackage, say } from './node-24.mjs';
import { setup } from './setup.mjs';

await setup('dev');
await runPackage('@sveltejs/kit/svelte-kit.js', ['sync'], { quiet: true });

const TYPES = [
	'svelte-check/bin/svelte-check',
	[
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
		'--output',
		'human-verbose',
		'--threshold',
		'warning'
	]
];
const LINT = ['eslint/bin/eslint.js', ['--max-warnings', '0', '.']];
const FORMAT = ['prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']];

/** Two at a time: types take as long as the other two together, and each prints only at its end. */
say('Checking types, lint and format …');
const [types, [lint, format]] = await Promise.all([
	runPackage(...TYPES),
	runPackage(...LINT).then(async (code) => [code, await runPackage(...FORMAT)])
]);
const failed = Object.entries({ types, lint, format })
	.filter(([, code]) => code !== 0)
	.map(([name]) => name);
say(failed.length === 0 ? 'Types, lint and format are in order.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
