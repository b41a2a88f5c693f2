/** Everything an operator can set, read once from the environment. */
export interface Config {
	/** `file:<path>` or `postgres://…`. */
	readonly databaseUrl: string;
	readonly dataDir: string;
	readonly host: string;
	readonly port: number;
	/** The address people use, such as `https://studitiru.example.go.id`. */
	readonly origin: URL;
	readonly isDemo: boolean;
	readonly logLevel: string;
	readonly metricsToken: string | null;
	/** Whether a proxy in front is to be believed about the client's address. */
	readonly trustProxy: boolean;
	readonly smtpUrl: string | null;
	readonly mailFrom: string | null;
	/** An OpenAI-compatible service that phrases answers from passages; null without. */
	readonly askService: AskService | null;
}

/** Where answers are phrased: base address, key and model. */
export interface AskService {
	readonly url: string;
	readonly key: string | null;
	readonly model: string;
}

/** A setting that cannot be used: which, what is wrong with it, and what to write instead. */
export interface ConfigProblem {
	readonly setting: string;
	readonly problem: string;
	readonly remedy: string;
}

export type ConfigResult =
	| { readonly ok: true; readonly config: Config }
	| { readonly ok: false; readonly problems: readonly ConfigProblem[] };

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the settings of `api.md` from the environment. Every problem is reported at once, so that
 * an operator mends them in one go. Values come from `NAME`; secrets also from the file that
 * `NAME_FILE` points at, which the caller has read into `NAME` beforehand.
 */
export function readConfig(env: Environment): ConfigResult {
	const problems: ConfigProblem[] = [];
	const report = (setting: string, problem: string, remedy: string) => {
		problems.push({ setting, problem, remedy });
	};

	const port = readPort(env, report);
	const config: Config = {
		databaseUrl: readDatabaseUrl(env, report),
		dataDir: text(env, 'DATA_DIR') ?? 'data',
		host: text(env, 'HOST') ?? '127.0.0.1',
		port,
		origin: readOrigin(env, port, report),
		isDemo: readSwitch(env, 'DEMO', true, report),
		logLevel: readLogLevel(env, report),
		metricsToken: readMetricsToken(env, report),
		trustProxy: readSwitch(env, 'TRUST_PROXY', false, report),
		smtpUrl: readSmtpUrl(env, report),
		mailFrom: readMailFrom(env, report),
		askService: readAskService(env, report)
	};
	return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

type Report = (setting: string, problem: string, remedy: string) => void;

/** An empty setting is the same as none: compose files and unit files leave them behind. */
function text(env: Environment, name: string): string | undefined {
	const value = env[name]?.trim();
	return value === '' ? undefined : value;
}

function readPort(env: Environment, report: Report): number {
	const value = text(env, 'PORT') ?? '3000';
	const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
	if (port >= 1 && port <= 65_535) return port;
	report('PORT', `"${value}" is not a port`, 'Write a whole number from 1 to 65535, such as 3000.');
	return 3000;
}

function readDatabaseUrl(env: Environment, report: Report): string {
	const value = text(env, 'DATABASE_URL') ?? 'file:data/studi-tiru.db';
	if (/^file:.+/.test(value)) return value;
	// The value is not repeated: it may hold a password.
	if (/^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value)) return value;
	report(
		'DATABASE_URL',
		'is neither a file nor a PostgreSQL address',
		'Write file:data/studi-tiru.db or postgres://user:password@host:5432/database.'
	);
	return value;
}

function readOrigin(env: Environment, port: number, report: Report): URL {
	const fallback = new URL(`http://localhost:${String(port)}`);
	const value = text(env, 'ORIGIN');
	if (value === undefined) return fallback;

	const remedy =
		'Write the address people type, without a path, such as https://studitiru.tangerangkota.go.id.';
	if (!URL.canParse(value)) {
		report('ORIGIN', `"${value}" is not an address`, remedy);
		return fallback;
	}
	const origin = new URL(value);
	const isPlain = origin.pathname === '/' && origin.search === '' && origin.username === '';
	if (!['http:', 'https:'].includes(origin.protocol) || !isPlain) {
		report('ORIGIN', `"${value}" is more than scheme, host and port`, remedy);
	} else if (origin.protocol === 'http:' && !isLoopback(origin.hostname)) {
		report(
			'ORIGIN',
			`"${value}" is plain http on a public name`,
			'Write an https:// address; put a proxy with a certificate in front.'
		);
	}
	return origin;
}

/** Whether a host name means this very machine, where plain http is safe. */
export function isLoopback(hostname: string): boolean {
	return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

function readSwitch(env: Environment, name: string, fallback: boolean, report: Report): boolean {
	const value = text(env, name);
	if (value === undefined) return fallback;
	if (value === '0' || value === '1') return value === '1';
	report(name, `"${value}" is neither 0 nor 1`, 'Write 1 to switch it on or 0 to switch it off.');
	return fallback;
}

function readLogLevel(env: Environment, report: Report): string {
	const value = text(env, 'LOG_LEVEL') ?? 'info';
	if (LOG_LEVELS.includes(value)) return value;
	report('LOG_LEVEL', `"${value}" is not a level`, `Write one of ${LOG_LEVELS.join(', ')}.`);
	return 'info';
}

const MIN_SECRET_LENGTH = 32;

function readMetricsToken(env: Environment, report: Report): string | null {
	const value = text(env, 'METRICS_TOKEN');
	if (value === undefined) return null;
	if (value.length < MIN_SECRET_LENGTH) {
		report(
			'METRICS_TOKEN',
			'is shorter than 32 characters',
			'Write a random text of at least 32 characters, or leave it out to open /metrics to this machine only.'
		);
	}
	return value;
}

function readSmtpUrl(env: Environment, report: Report): string | null {
	const value = text(env, 'SMTP_URL');
	if (value === undefined) return null;
	const isSmtp = /^smtps?:\/\//.test(value) && URL.canParse(value);
	if (!isSmtp) {
		report(
			'SMTP_URL',
			'is not a mail server address',
			'Write smtps://user:password@mail.example.go.id:465, or leave it out to keep mail in the outbox.'
		);
	}
	return value;
}

function readMailFrom(env: Environment, report: Report): string | null {
	const value = text(env, 'MAIL_FROM');
	const remedy = 'Write the address mail is sent from, such as studitiru@tangerangkota.go.id.';
	if (value === undefined) {
		if (text(env, 'SMTP_URL') !== undefined) report('MAIL_FROM', 'is missing', remedy);
		return null;
	}
	if (!/^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(value)) {
		report('MAIL_FROM', `"${value}" is not one address`, remedy);
	}
	return value;
}

/** Questions of people are sent there: only over https, or to this machine. */
function readAskService(env: Environment, report: Report): AskService | null {
	const url = text(env, 'ASK_URL');
	const model = text(env, 'ASK_MODEL');
	const key = text(env, 'ASK_KEY') ?? null;
	if (url === undefined) {
		if (model !== undefined || key !== null) {
			report('ASK_URL', 'is missing', 'Write the address of the service, or leave ASK_* out.');
		}
		return null;
	}
	const address = URL.canParse(url) ? new URL(url) : null;
	const isSafe =
		address?.protocol === 'https:' ||
		(address?.protocol === 'http:' && isLoopback(address.hostname));
	if (!isSafe || address.username !== '') {
		report(
			'ASK_URL',
			'is not an https address without a password in it',
			'Write the base address of an OpenAI-compatible service, such as https://llm.example.go.id/v1.'
		);
	}
	if (model === undefined) {
		report('ASK_MODEL', 'is missing', 'Write the name of the model that the service offers.');
	}
	return { url, key, model: model ?? '' };
}
