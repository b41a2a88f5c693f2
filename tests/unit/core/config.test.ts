import { describe, expect, test } from 'vitest';
import { readConfig } from '#lib/core/config.ts';

/** The settings that are refused, in the order of the report. */
function refused(env: Record<string, string>): string[] {
	const result = readConfig(env);
	return result.ok ? [] : result.problems.map(({ setting }) => setting);
}

describe('configuration', () => {
	test('without any setting the site runs on this machine with sample data', () => {
		expect(readConfig({})).toMatchObject({
			ok: true,
			config: {
				databaseUrl: 'file:data/studi-tiru.db',
				dataDir: 'data',
				host: '127.0.0.1',
				port: 3000,
				origin: new URL('http://localhost:3000'),
				isDemo: true,
				logLevel: 'info',
				metricsToken: null,
				trustProxy: false,
				smtpUrl: null,
				mailFrom: null
			}
		});
	});

	test('the address follows the port unless it is given', () => {
		expect(readConfig({ PORT: '8080' })).toMatchObject({
			config: { origin: new URL('http://localhost:8080') }
		});
		expect(readConfig({ PORT: '8080', ORIGIN: 'https://studitiru.example.go.id' })).toMatchObject({
			config: { origin: new URL('https://studitiru.example.go.id') }
		});
	});

	test('every bad setting is reported at once, each with a remedy', () => {
		const result = readConfig({
			PORT: '70000',
			DATABASE_URL: 'mysql://root@db/x',
			ORIGIN: 'https://example.go.id/app',
			DEMO: 'yes',
			LOG_LEVEL: 'loud',
			METRICS_TOKEN: 'short',
			TRUST_PROXY: 'true',
			SMTP_URL: 'mail.example.go.id',
			MAIL_FROM: 'Studi Tiru'
		});
		expect(result.ok).toBe(false);
		const problems = result.ok ? [] : result.problems;
		expect(problems.map(({ setting }) => setting)).toEqual([
			'PORT',
			'DATABASE_URL',
			'ORIGIN',
			'DEMO',
			'LOG_LEVEL',
			'METRICS_TOKEN',
			'TRUST_PROXY',
			'SMTP_URL',
			'MAIL_FROM'
		]);
		expect(problems.every(({ remedy }) => remedy.length > 0)).toBe(true);
	});

	test('a secret is never repeated in the report', () => {
		const report = JSON.stringify([
			readConfig({ DATABASE_URL: 'mysql://root:hunter2@db/x' }),
			readConfig({ METRICS_TOKEN: 'hunter2' }),
			readConfig({ SMTP_URL: 'http://user:hunter2@mail' })
		]);
		expect(report).toContain('METRICS_TOKEN');
		expect(JSON.stringify(readConfig({ METRICS_TOKEN: 'hunter2' }))).not.toContain('hunter2');
		expect(report.includes('hunter2')).toBe(false);
	});

	test.each([
		['plain http on a public name', { ORIGIN: 'http://studitiru.example.go.id' }, ['ORIGIN']],
		['plain http on this machine', { ORIGIN: 'http://127.0.0.1:3000' }, []],
		['mail without a sender', { SMTP_URL: 'smtps://u:p@mail.example.go.id' }, ['MAIL_FROM']],
		['port 0', { PORT: '0' }, ['PORT']],
		['a port in words', { PORT: '3000x' }, ['PORT']],
		['an empty setting, as compose files leave it', { PORT: '', ORIGIN: ' ', DEMO: '' }, []],
		['PostgreSQL', { DATABASE_URL: 'postgres://u:p@db:5432/studi' }, []]
	])('%s', (_case, env, expected) => {
		expect(refused(env as Record<string, string>)).toEqual(expected);
	});
});
