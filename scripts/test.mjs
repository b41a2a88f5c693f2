// npm test: installs what the tests need, builds the site, and runs every test there is.
// Arguments pick suites: `npm test -- unit integration component e2e`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { prepareBrowser } from './browser.mjs';
import { buildWhenStale } from './build.mjs';
import { root, runPackage, say } from './node-24.mjs';
import { setup } from './setup.mjs';

const VITEST_SUITES = ['unit', 'integration', 'component'];
/** What depends on clocks and calendars runs in each of these, wherever the machine stands. */
const ZONES = ['UTC', 'Asia/Jakarta', 'America/New_York'];
const TIMED = [
	'tests/unit/',
	'tests/integration/visits/flow',
	'tests/integration/visits/timers',
	'tests/integration/notifications/news'
];
const chosen = process.argv.slice(2);
const isChosen = (suite) => chosen.length === 0 || chosen.includes(suite);

const results = path.join(root, 'test-results');
const total = { passed: 0, failed: 0 };

try {
	await setup('dev');
	const browser = await prepareBrowser();
	// A test must not meet the operator's settings.
	const env = {
		...browser,
		DATABASE_URL: '',
		ORIGIN: '',
		DEMO: '',
		PORT: '',
		HOST: '',
		DATA_DIR: ''
	};
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	await buildWhenStale();

	const suites = VITEST_SUITES.filter(isChosen);
	if (suites.length > 0) await runVitest(suites, env);
	const timed = suites.filter((suite) => suite !== 'component');
	for (const zone of timed.length > 0 ? otherZones() : []) await runInZone(timed, env, zone);
	if (isChosen('e2e')) await runPlaywright(env);
} catch (error) {
	console.error(error);
	total.failed += 1;
}
if (total.passed + total.failed === 0) {
	say('No test ran.');
	total.failed = 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Without the one in which everything runs. */
function otherZones() {
	const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
	return ZONES.filter((zone) => zone !== here);
}

function runInZone(suites, env, zone) {
	say(`Once more in ${zone}:`);
	const report = `vitest-${zone.replace('/', '-')}.json`;
	return runVitest(suites, { ...env, TZ: zone }, { report, files: TIMED });
}

async function runVitest(suites, env, { report: name = 'vitest.json', files = [] } = {}) {
	say(`Running ${suites.join(', ')} tests …`);
	const report = path.join(results, name);
	const code = await runPackage(
		'vitest/vitest.mjs',
		[
			'run',
			...files,
			...suites.map((suite) => `--project=${suite}`),
			'--reporter=dot',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		{ env }
	);
	const { numPassedTests, numFailedTests } = read(report, { numPassedTests: 0, numFailedTests: 0 });
	count(numPassedTests, numFailedTests, code);
}

async function runPlaywright(env) {
	say('Running the journeys in the browser …');
	const report = path.join(results, 'playwright.json');
	const code = await runPackage('@playwright/test/cli.js', ['test', '--reporter=line,json'], {
		env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
	});
	const { stats } = read(report, { stats: { expected: 0, flaky: 0, unexpected: 0 } });
	count(stats.expected + stats.flaky, stats.unexpected, code);
}

/** A suite that ends badly without a failed test, as when it cannot start, is a failure too. */
function count(passed, failed, code) {
	total.passed += passed;
	total.failed += failed + (code !== 0 && failed === 0 ? 1 : 0);
}

function read(file, fallback) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return fallback;
	}
}
