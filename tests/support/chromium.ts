import type { LaunchOptions } from 'playwright';

/** Quiet and without a sandbox: in a container the tests run as root, on pages of our own. */
const ARGS = [
	'--no-sandbox',
	'--no-zygote',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--font-render-hinting=none'
];

/**
 * How to start the browser that `scripts/browser.mjs` found: `CHROMIUM_PATH` and, for the one
 * unpacked from npm, `CHROMIUM_LIBRARIES` with what a bare machine lacks.
 */
export function chromiumLaunchOptions(): LaunchOptions {
	const { CHROMIUM_PATH: executablePath, CHROMIUM_LIBRARIES: libraries } = process.env;
	return {
		...(executablePath && { executablePath }),
		args: ARGS,
		...(libraries && { env: { ...definedEnv(), LD_LIBRARY_PATH: libraries } })
	};
}

function definedEnv(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]]
		)
	);
}
