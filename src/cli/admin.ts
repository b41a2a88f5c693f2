import type { Config } from '#lib/core/config.ts';
import { readProcessConfig } from '#lib/core/server/app-config.ts';
import { DomainError } from '#lib/core/errors.ts';
import { openDatabaseConnection } from '#lib/database/connection.ts';
import { fieldText, textOf } from '#lib/http/server/error-text.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { importContextFile } from './import-context.ts';
import { exportData } from './export-data.ts';
import { importDistricts, importRegions } from './import-register.ts';
import { importObservationsFile } from './import-observations.ts';
import { importInnovationsFile } from './import-innovations.ts';
import { importHolidaysFile } from './import-holidays.ts';
import { readCommandLine, type CommandLine } from './options.ts';
import * as people from './people.ts';
import * as upkeep from './upkeep.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { help, usage } from './usage.ts';
import { UsageError } from './usage-error.ts';

const FAILED = 1;
const MISUSED = 2;
const BAD_CONFIG = 78;

type Command = (
	ctx: Parameters<typeof people.userAdd>[0] & { databaseUrl: string },
	line: CommandLine
) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
	'user add': people.userAdd,
	'user disable': people.userDisable,
	'user reset': people.userReset,
	'token add': people.tokenAdd,
	'token revoke': people.tokenRevoke,
	'agency add': people.agencyAdd,
	'import regions': importRegions,
	'import districts': importDistricts,
	'import context': importContextFile,
	'import observations': importObservationsFile,
	'import holidays': importHolidaysFile,
	'import innovations': importInnovationsFile,
	'migrate up': upkeep.migrateUp,
	'migrate down': upkeep.undoMigration,
	'migrate status': upkeep.migrateStatus,
	backup,
	export: exportData,
	check: upkeep.check
};

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
	try {
		const line = readCommandLine(args);
		const name = nameOf(line);
		if (line.wantsHelp || line.positionals.length === 0) {
			console.log(help(name));
			return 0;
		}
		if (name === 'restore') return await runRestore(line);
		const command = name === undefined ? undefined : commands[name];
		if (!command) throw new UsageError(`There is no command "${line.positionals.join(' ')}".`);
		return await runCommand(command, line);
	} catch (error) {
		console.error(explain(error));
		return error instanceof UsageError ? MISUSED : FAILED;
	}
}

/** Commands are one or two words long. */
function nameOf({ positionals: [first = '', second = ''] }: CommandLine): string | undefined {
	return [`${first} ${second}`, first].find((name) => Object.hasOwn(usage, name));
}

async function runCommand(command: Command, line: CommandLine): Promise<number> {
	const config = readConfigOrExplain();
	if (!config) return BAD_CONFIG;
	const { databaseUrl, origin } = config;
	const db = openDatabaseConnection(databaseUrl);
	try {
		console.log(await command({ db, now: () => new Date(), origin, databaseUrl }, line));
		return 0;
	} finally {
		await db.destroy();
	}
}

/** The one command that must not open the database, which it replaces. */
async function runRestore(line: CommandLine): Promise<number> {
	const config = readConfigOrExplain();
	if (!config) return BAD_CONFIG;
	console.log(await restore(config.databaseUrl, new Date(), line));
	return 0;
}

function readConfigOrExplain(): Config | null {
	const result = readProcessConfig();
	if (result.ok) return result.config;
	for (const { setting, problem, remedy } of result.problems) {
		console.error(`${setting} ${problem}. ${remedy}`);
	}
	return null;
}

function explain(error: unknown): string {
	const t = translateIn('en');
	if (error instanceof DomainError) {
		const fields = error.details.fields?.map((field) => `${field.path}: ${fieldText(field, t)}`);
		return [textOf(error, t), ...(fields ?? [])].join('\n');
	}
	if (error instanceof UsageError) {
		return `${error.message}\nnpm run admin -- --help shows the commands.`;
	}
	return error instanceof Error ? error.message : String(error);
}
