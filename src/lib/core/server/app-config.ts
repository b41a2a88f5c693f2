import { readFileSync } from 'node:fs';
import { readConfig, type Config, type ConfigResult } from '../config.ts';

const SECRETS = ['DATABASE_URL', 'SMTP_URL', 'METRICS_TOKEN', 'ASK_KEY'];

/** Reads the process's settings, secrets from `NAME_FILE` where that is set. */
export function readProcessConfig(env: NodeJS.ProcessEnv = process.env): ConfigResult {
	const unreadable = [];
	const values = { ...env };
	for (const name of SECRETS) {
		const file = env[`${name}_FILE`];
		if (!file) continue;
		try {
			values[name] = readFileSync(file, 'utf8').trim();
		} catch {
			unreadable.push({
				setting: `${name}_FILE`,
				problem: `"${file}" cannot be read`,
				remedy: `Point it at a file this user may read, or set ${name} instead.`
			});
		}
	}
	const result = readConfig(values);
	if (unreadable.length === 0) return result;
	return { ok: false, problems: [...unreadable, ...(result.ok ? [] : result.problems)] };
}

let known: Config | undefined;

/** The settings of this process. `src/server.ts` has refused to start with bad ones. */
export function appConfig(): Config {
	if (known) return known;
	const result = readProcessConfig();
	if (!result.ok) {
		throw new Error(
			result.problems.map(({ setting, problem }) => `${setting} ${problem}`).join('; ')
		);
	}
	known = result.config;
	return known;
}
