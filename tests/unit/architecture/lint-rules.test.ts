import { ESLint } from 'eslint';
import { beforeAll, describe, expect, test } from 'vitest';

let eslint: ESLint;

beforeAll(() => {
	// Only the rules of the house: types play no part in them, and looking types up takes long.
	eslint = new ESLint({
		overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
		ruleFilter: ({ ruleId }) =>
			['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'].includes(ruleId)
	});
});

async function complaints(filePath: string, code: string): Promise<string[]> {
	const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>` : code;
	const [result] = await eslint.lintText(`${text}\n`, { filePath });
	return (result?.messages ?? []).map(({ message }) => message);
}

describe('planted violations are caught', () => {
	test.each([
		[
			'a pure file reads a file',
			'src/lib/visits/states.ts',
			"import { readFileSync } from 'node:fs';",
			'pure'
		],
		['a pure file queries', 'src/lib/visits/states.ts', "import { sql } from 'kysely';", 'pure'],
		[
			'a pure file calls a use case',
			'src/lib/visits/states.ts',
			"import { acceptVisit } from './server/accept-visit.ts';",
			'pure'
		],
		[
			'a pure file knows the framework',
			'src/lib/visits/states.ts',
			"import { page } from '$app/state';",
			'pure'
		],
		[
			'a pure file opens the database',
			'src/lib/visits/states.ts',
			"import { openDatabaseConnection } from '#lib/database/connection.ts';",
			'pure'
		],
		[
			'statistics query',
			'src/lib/benchmarks/statistics/rank.ts',
			"import { sql } from 'kysely';",
			'pure'
		],
		[
			'a pure file looks at the clock',
			'src/lib/visits/states.ts',
			'export const now = Date.now();',
			'clock'
		],
		[
			'a pure file makes a date of now',
			'src/lib/visits/states.ts',
			'export const now = new Date();',
			'clock'
		],
		[
			'a pure file throws dice',
			'src/lib/visits/states.ts',
			'export const luck = Math.random();',
			'dice'
		],
		[
			'a repository calls a use case',
			'src/lib/visits/server/repository.ts',
			"import { acceptVisit } from '#lib/visits/server/use-cases.ts';",
			'above them'
		],
		[
			'a repository knows HTTP',
			'src/lib/visits/server/repository.ts',
			"import { error } from '@sveltejs/kit';",
			'above them'
		],
		[
			'a repository answers',
			'src/lib/visits/server/day-repository.ts',
			"import { problem } from '#lib/http/server/problem-response.ts';",
			'above them'
		],
		[
			'a use case writes SQL',
			'src/lib/visits/server/use-cases.ts',
			"import { sql } from 'kysely';",
			'neither SQL nor HTTP'
		],
		[
			'a use case redirects',
			'src/lib/visits/server/accept-visit.ts',
			"import { redirect } from '@sveltejs/kit';",
			'neither SQL nor HTTP'
		],
		[
			'a use case reads requests',
			'src/lib/visits/server/accept-visit.ts',
			"import { readJson } from '#lib/http/server/read-json.ts';",
			'neither SQL nor HTTP'
		],
		[
			'a room reads the repository of another',
			'src/lib/visits/server/use-cases.ts',
			"import * as regions from '#lib/regions/server/repository.ts';",
			'belongs to its room'
		],
		[
			'a room reads a second repository of another',
			'src/lib/visits/server/use-cases.ts',
			"import * as facts from '#lib/observations/server/facts-repository.ts';",
			'belongs to its room'
		],
		[
			'a room climbs out by the window',
			'src/lib/visits/server/use-cases.ts',
			"import * as regions from '../../regions/server/repository.ts';",
			'by its address'
		],
		[
			'a route reads a repository',
			'src/routes/visits/+page.server.ts',
			"import * as visits from '#lib/visits/server/repository.ts';",
			'one use case'
		],
		[
			'a route queries',
			'src/routes/visits/+page.server.ts',
			"import { sql } from 'kysely';",
			'one use case'
		],
		[
			'a route opens the database',
			'src/routes/visits/+page.server.ts',
			"import { openDatabaseConnection } from '#lib/database/connection.ts';",
			'one use case'
		],
		[
			'a component calls a use case',
			'src/lib/visits/ui/Visit.svelte',
			"import { acceptVisit } from '../server/accept-visit.ts';",
			'run in the browser'
		],
		[
			'a component reads a file',
			'src/lib/ui/Field.svelte',
			"import { readFileSync } from 'node:fs';",
			'run in the browser'
		],
		[
			'a migration reads code that will change',
			'db/migrations/0099-x.ts',
			"import { period } from '#lib/core/period.ts';",
			'frozen'
		],
		[
			'raw SQL outside the database',
			'src/lib/visits/server/repository.ts',
			'export const all = sql.raw(text);',
			'injection'
		],
		['a default export', 'src/lib/visits/server/use-cases.ts', 'export default 1;', 'by name']
	])('%s', async (_what, file, code, said) => {
		expect((await complaints(file, code)).join()).toContain(said);
	});
});

describe('what the house allows passes', () => {
	test.each([
		[
			'a pure file names a row type',
			'src/lib/visits/states.ts',
			"import type { Visit } from '#lib/database/tables/visits.ts';"
		],
		[
			'a pure file uses another',
			'src/lib/visits/states.ts',
			"import { can } from '#lib/core/access.ts';"
		],
		[
			'a pure file makes a date of a given time',
			'src/lib/visits/states.ts',
			'export const day = new Date(0);'
		],
		[
			'a use case uses its own repository',
			'src/lib/visits/server/use-cases.ts',
			"import * as visits from './repository.ts';"
		],
		[
			'a use case calls one of another room',
			'src/lib/visits/server/use-cases.ts',
			"import { getRegion } from '#lib/regions/server/use-cases.ts';"
		],
		[
			'a repository queries',
			'src/lib/visits/server/repository.ts',
			"import { sql } from 'kysely';"
		],
		[
			'a route calls a use case',
			'src/routes/visits/+page.server.ts',
			"import { acceptVisit } from '#lib/visits/server/accept-visit.ts';"
		],
		[
			'a page is a default export of nothing',
			'src/routes/visits/+page.server.ts',
			'export const load = () => ({});'
		]
	])('%s', async (_what, file, code) => {
		expect(await complaints(file, code)).toEqual([]);
	});
});
