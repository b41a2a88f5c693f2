// npm run check: types, lint and format. Says which of them failed.
import { runPackage, say } from './node-24.mjs';
import { setup } from './setup.mjs';

await setup('dev');
await runPackage('@sveltejs/kit/svelte-kit.js', ['sync'], { quiet: true });

const steps = [
	[
		'types',
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
	],
	['lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']],
	['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']]
];
const failed = [];
for (const [name, file, args] of steps) {
	say(`Checking ${name} …`);
	if ((await runPackage(file, args)) !== 0) failed.push(name);
}
say(failed.length === 0 ? 'Types, lint and format are in order.' : `Failed: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
