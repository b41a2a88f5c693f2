import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

// `?lang=` or the language switch decides in the product; the browser's wish is set to match.
const PROJECTS = [
	{ name: 'id', use: { locale: 'id-ID' } },
	{ name: 'en', use: { locale: 'en-GB' } },
	{ name: 'nojs', use: { locale: 'id-ID', javaScriptEnabled: false } }
];

// Workers load this file again: what the first load chose must stay.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'studi-tiru-e2e-'));
process.env.E2E_PROJECTS ??= chosenProjects().join(',');
const { E2E_FOLDER: folder, E2E_PROJECTS: chosen } = process.env;
const firstPort = Number(process.env.E2E_PORT);
const databaseOf = (name: string) => path.join(folder, name, 'site.db');

/** Journeys write: each project has a server and a database of its own. */
const sites = PROJECTS.map((project, index) => ({
	...project,
	baseURL: `http://localhost:${String(firstPort + index)}`
})).filter(({ name }) => chosen.split(',').includes(name));

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	globalTeardown: './tests/support/remove-e2e-folder.ts',
	fullyParallel: false,
	workers: 2, // of different projects: see below
	forbidOnly: !!process.env.CI,
	retries: process.env.CI ? 1 : 0, // a shared machine may stall for half a minute
	timeout: 240_000,
	expect: { timeout: 20_000 }, // two shared cores can be slow; nothing here measures speed
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		launchOptions: chromiumLaunchOptions(),
		screenshot: 'only-on-failure'
	},
	projects: sites.map(({ name, use, baseURL }) => ({
		name,
		workers: 1, // one server and one database
		use: { ...use, baseURL }
	})),
	// One after the other: the first seeds the demonstration, the others copy it.
	webServer: sites.map(({ name, baseURL }, index) => {
		mkdirSync(path.dirname(databaseOf(name)), { recursive: true });
		return {
			name,
			command: `"${process.execPath}" tests/support/serve-journeys.ts`,
			url: `${baseURL}/readyz`,
			timeout: 120_000,
			gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 10_000 },
			env: {
				NODE_ENV: 'production',
				PORT: new URL(baseURL).port,
				ORIGIN: baseURL,
				DATABASE_URL: `file:${databaseOf(name)}`,
				DEMO_COPY_OF: index > 0 && sites[0] ? databaseOf(sites[0].name) : '',
				DATA_DIR: path.dirname(databaseOf(name)),
				DEMO: '1',
				LOG_LEVEL: 'warn'
			}
		};
	})
});

/** The projects that the command line asks for, so that no other server starts; all without a word. */
function chosenProjects(): readonly string[] {
	const names = PROJECTS.map(({ name }) => name);
	const asked = process.argv.flatMap((word, index, words) =>
		word === '--project' ? [words[index + 1] ?? ''] : word.replace(/^--project=/, '')
	);
	const chosen = names.filter((name) => asked.includes(name));
	return chosen.length > 0 ? chosen : names;
}
