// The rules of the house as lint: who may import whom. Each message says where the code belongs.

/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean }} Pattern */

/** @type {Pattern} */
const FOREIGN_REPOSITORY = {
	regex: '^#lib/[^/]+/server/([^/]*-)?repository',
	message: "A repository belongs to its room: call a use case of that room, or read the room's own."
};
/** @type {Pattern} */
const OUT_OF_THE_ROOM = {
	regex: '^\\.\\./\\.\\./',
	message: 'Another room is reached by its address: #lib/<room>/….'
};
/** @type {Pattern} */
const IMPURE = {
	regex: '^node:|^kysely|^pino|^pg$|/server/|^\\$app|^@sveltejs/|^svelte(/|$)|^#lib/database/',
	message:
		"Files at a room's root are pure and run in the browser too: what reads or writes belongs in server/, what draws in ui/.",
	allowTypeImports: true
};
/** @type {Pattern} */
const ABOVE_A_REPOSITORY = {
	regex: '^#lib/http/|/use-cases|^\\$app|^@sveltejs/|^svelte(/|$)',
	message: 'Repositories know tables and pure files, nothing above them: decide in a use case.'
};
/** @type {Pattern} */
const BESIDE_A_USE_CASE = {
	regex: '^kysely|^#lib/http/|^\\$app|^@sveltejs/|^svelte(/|$)',
	message: 'Use cases know neither SQL nor HTTP: call a repository, throw a DomainError.'
};
/** @type {Pattern} */
const BELOW_A_ROUTE = {
	regex: '/server/([^/]*-)?repository|^kysely|^#lib/database/(?!readiness)|^#db/',
	message: 'Routes parse, call one use case and return: queries belong in a repository.'
};
/** @type {Pattern} */
const BEHIND_A_COMPONENT = {
	regex: '^node:|^kysely|/server/|^#lib/database/|^#db/',
	message: 'Components run in the browser: let the page load the data and pass it in.',
	allowTypeImports: true
};
/** @type {Pattern} */
const NOT_FROZEN = {
	regex: '^#lib/|/src/',
	message: 'A migration is frozen: it imports nothing that may change later.'
};

// The last block that fits a file counts, so each names all that holds there.
const ROOMS_WITHOUT_LAYERS = '{database,http,i18n,core}';
const PURE = ['src/lib/*/*.ts', 'src/lib/benchmarks/statistics/**'];

export const imports = [
	restrict(['src/lib/**'], [FOREIGN_REPOSITORY, OUT_OF_THE_ROOM]),
	restrict(PURE, [FOREIGN_REPOSITORY, OUT_OF_THE_ROOM, IMPURE], {
		ignores: ['src/lib/database/**', 'src/lib/i18n/context.ts', '**/*.svelte.ts']
	}),
	restrict(['src/lib/*/server/**'], [FOREIGN_REPOSITORY, OUT_OF_THE_ROOM, BESIDE_A_USE_CASE], {
		ignores: [`src/lib/${ROOMS_WITHOUT_LAYERS}/**`]
	}),
	restrict(
		['src/lib/*/server/**/*repository.ts'],
		[FOREIGN_REPOSITORY, OUT_OF_THE_ROOM, ABOVE_A_REPOSITORY]
	),
	restrict(
		['src/lib/*/ui/**', 'src/lib/ui/**'],
		[FOREIGN_REPOSITORY, OUT_OF_THE_ROOM, BEHIND_A_COMPONENT]
	),
	restrict(['src/routes/**'], [BELOW_A_ROUTE]),
	restrict(['db/migrations/**'], [NOT_FROZEN])
];

const DEFAULT_EXPORT = {
	selector: 'ExportDefaultDeclaration',
	message: 'Export by name, so that every import calls the thing alike.'
};
const RAW_SQL = {
	selector: "CallExpression[callee.object.name='sql'][callee.property.name='raw']",
	message: 'Raw SQL text invites injection: use sql`…` with parameters, or a helper in database/.'
};
const CLOCK_AND_DICE = [
	{
		selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
		message: 'Pure files have no clock: take the time as an argument.'
	},
	{
		selector: "NewExpression[callee.name='Date'][arguments.length=0]",
		message: 'Pure files have no clock: take the time as an argument.'
	},
	{
		selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
		message: 'Pure files throw no dice: take the random source as an argument.'
	}
];

const TOOLS_WANT_DEFAULTS = [
	'tests/support/postgres-global-setup.ts',
	'tests/support/remove-e2e-folder.ts'
];

export const syntax = [
	forbid(['src/**/*.ts', 'db/**/*.ts', 'tests/**/*.ts'], [DEFAULT_EXPORT, RAW_SQL], {
		ignores: [...TOOLS_WANT_DEFAULTS, 'src/lib/database/**', 'db/migrations/**']
	}),
	forbid(PURE, [DEFAULT_EXPORT, RAW_SQL, ...CLOCK_AND_DICE], { ignores: ['src/lib/database/**'] }),
	forbid(['src/lib/database/**', 'db/migrations/**'], [DEFAULT_EXPORT])
];

/**
 * @param {string[]} files
 * @param {Pattern[]} patterns
 * @param {{ ignores?: string[] }} [options]
 * @returns {import('eslint').Linter.Config}
 */
function restrict(files, patterns, options) {
	return {
		files,
		...options,
		rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] }
	};
}

/**
 * @param {string[]} files
 * @param {{ selector: string, message: string }[]} restrictions
 * @param {{ ignores?: string[] }} [options]
 * @returns {import('eslint').Linter.Config}
 */
function forbid(files, restrictions, options) {
	return { files, ...options, rules: { 'no-restricted-syntax': ['error', ...restrictions] } };
}
