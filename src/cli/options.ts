import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface CommandLine {
	readonly positionals: readonly string[];
	readonly values: Readonly<Record<string, string | undefined>>;
	readonly wantsHelp: boolean;
	/** `--dry-run`: say what would happen, and write nothing. */
	readonly isTrial: boolean;
	/** `--partial`: take what is good although other rows are rejected. */
	readonly isPartial: boolean;
	/** `--database-only`: restore a backup without its files and their proof. */
	readonly isDatabaseOnly: boolean;
}

const TEXT = { type: 'string' } as const;
const TEXTS = {
	email: TEXT,
	name: TEXT,
	role: TEXT,
	region: TEXT,
	agency: TEXT,
	short: TEXT,
	services: TEXT,
	source: TEXT
} as const;

/** Reads the words after `npm run admin --`. Unknown options are refused by name. */
export function readCommandLine(args: readonly string[]): CommandLine {
	try {
		const { positionals, values } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				help: { type: 'boolean', short: 'h' },
				'dry-run': { type: 'boolean' },
				partial: { type: 'boolean' },
				'database-only': { type: 'boolean' },
				...TEXTS
			}
		});
		const { help: wantsHelp = false, 'dry-run': isTrial = false, ...others } = values;
		const { partial: isPartial = false, ...more } = others;
		const { 'database-only': isDatabaseOnly = false, ...texts } = more;
		return { positionals, values: texts, wantsHelp, isTrial, isPartial, isDatabaseOnly };
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}

/** The value of an option that the command cannot do without. */
export function required({ values }: CommandLine, name: string): string {
	const value = values[name]?.trim();
	if (!value) throw new UsageError(`--${name} is missing. Write --${name} <value>.`);
	return value;
}

/** A word that the command cannot do without, such as a file. */
export function requiredWord({ positionals }: CommandLine, index: number, what: string): string {
	const word = positionals[index];
	if (!word) throw new UsageError(`The ${what} is missing.`);
	return word;
}
