// Builds the site into build/ when its sources have changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { main, root, runPackage, say } from './node-24.mjs';
import { setup } from './setup.mjs';

const SOURCES = ['src', 'static', 'db', 'package.json', 'package-lock.json', 'vite.config.ts'];
const stampFile = path.join(root, 'build', '.studi-tiru-build');

export async function buildWhenStale() {
	const wanted = hashOf(SOURCES.map((name) => path.join(root, name)));
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;

	say('Building the site (about half a minute) …');
	const code = await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
		env: { NODE_ENV: 'production' }
	});
	if (code !== 0) throw new Error('The build failed; the lines above say why.');
	writeFileSync(stampFile, wanted);
}

function hashOf(paths) {
	const hash = createHash('sha256');
	for (const file of paths.flatMap(filesUnder)) {
		hash.update(path.relative(root, file)).update('\0').update(readFileSync(file));
	}
	return hash.digest('hex');
}

function filesUnder(start) {
	const entries = readdirSync(path.dirname(start), { withFileTypes: true });
	const entry = entries.find(({ name }) => name === path.basename(start));
	if (!entry?.isDirectory()) return [start];
	return readdirSync(start, { recursive: true, withFileTypes: true })
		.filter((inner) => inner.isFile())
		.map((inner) => path.join(inner.parentPath, inner.name))
		.sort();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
	await main(async () => {
		await setup('run');
		await buildWhenStale();
	});
}
