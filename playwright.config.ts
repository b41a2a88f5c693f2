import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';

// Workers load this file again: what the first load chose must stay.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000));
process.env.E2E_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'studi-tiru-e2e-'));
const { E2E_PORT: port, E2E_FOLDER: folder } = process.env;
const baseURL = `http://localhost:${port}`;

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	globalTeardown: './tests/support/remove-e2e-folder.ts',
	fullyParallel: false,
	workers: 1, // one server and one database: journeys write
	forbidOnly: !!process.env.CI,
	retries: process.env.CI ? 1 : 0, // a shared machine may stall for half a minute
	timeout: 240_000,
	expect: { timeout: 20_000 }, // two shared cores can be slow; nothing here measures speed
	reporter: 'list',
	use: {
		...devices['Desktop Chrome'],
		baseURL,
		launchOptions: chromiumLaunchOptions(),
		screenshot: 'only-on-failure'
	},
	// `?lang=` or the language switch decides in the product; the browser's wish is set to match.
	projects: [
		{ name: 'id', use: { locale: 'id-ID' } },
		{ name: 'en', use: { locale: 'en-GB' } },
		{ name: 'nojs', use: { locale: 'id-ID', javaScriptEnabled: false } }
	],
	webServer: {
		command: `"${process.execPath}" src/server.ts`,
		url: `${baseURL}/readyz`,
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: {
			NODE_ENV: 'production',
			PORT: port,
			ORIGIN: baseURL,
			DATABASE_URL: `file:${path.join(folder, 'site.db')}`,
			DATA_DIR: folder,
			DEMO: '1',
			LOG_LEVEL: 'warn'
		}
	}
});
