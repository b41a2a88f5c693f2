import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './tests/support/chromium.ts';
import site from './vite.config.ts';

const DATABASE_TIMEOUT_MS = 60_000;

export default mergeConfig(
	site,
	defineConfig({
		test: {
			expect: { requireAssertions: true },
			projects: [
				{
					extends: true,
					test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] }
				},
				{
					extends: true,
					test: {
						name: 'integration',
						environment: 'node',
						include: ['tests/integration/**/*.test.ts', 'tests/fault/**/*.test.ts'],
						globalSetup: ['tests/support/postgres-global-setup.ts'],
						testTimeout: DATABASE_TIMEOUT_MS,
						hookTimeout: DATABASE_TIMEOUT_MS,
						maxWorkers: 2
					}
				},
				{
					extends: true,
					test: {
						name: 'component',
						include: ['tests/component/**/*.test.ts'],
						browser: {
							enabled: true,
							headless: true,
							screenshotFailures: false,
							provider: playwright({ launchOptions: chromiumLaunchOptions() }),
							instances: [{ browser: 'chromium' }]
						}
					}
				}
			]
		}
	})
);
