import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { seedDemonstration } from '#db/demo/seed.ts';
import { loadReferenceData } from '#db/reference/load.ts';
import type { Context } from '#lib/core/context.ts';
import { openApiDocument } from '#lib/http/openapi.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { callApi } from '#tests/support/call-api.ts';
import { openDatabase } from '#tests/support/databases.ts';
import { endpoints } from '../../../src/routes/api/endpoints.ts';

type Handler = (event: never) => Promise<Response>;
interface Described {
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Described>>;
	readonly items?: Described;
	readonly allOf?: readonly Described[];
}

const NOW = new Date('2026-11-24T03:00:00Z');
const modules = import.meta.glob<Partial<Record<string, Handler>>>(
	'../../../src/routes/api/v1/**/+server.ts'
);

/** What the demonstration holds, for the names in addresses. */
const EXAMPLES: Readonly<Record<string, string>> = {
	code: '36.71',
	region: '36.71',
	kpi: 'ADM-SLA-KTP',
	slug: 'sobat-dukcapil',
	ref: 'V-CNTH22'
};
/** The demonstration is fresh: nothing in it has been changed after publication. */
const EMPTY = new Set(['/revisions']);
const QUERIES: Readonly<Record<string, string>> = {
	'/coverage': 'region=36.71',
	'/series/{kpi}': 'regions=36.71,36.03&group=all',
	'/observations': 'region=36.71&kpi=ADM-SLA-KTP'
};

const document = openApiDocument(endpoints, {
	origin: 'http://localhost:3000',
	version: '1.0.0',
	t: translateIn('en')
}) as { paths: Record<string, { get: GetOperation }>; components: unknown };

interface GetOperation {
	readonly responses: {
		readonly 200: { readonly content: { readonly 'application/json': { schema: Described } } };
	};
}

let ctx: Context;

beforeAll(async () => {
	const db = await openDatabase('SQLite');
	await loadReferenceData(db);
	await seedDemonstration(db, NOW, { regions: ['36.03', '36.71', '36.74'], months: 24 });
	const actor = {
		accountId: 'demo-secretary-kota',
		name: 'Sekda',
		grants: [{ role: 'secretary', regionCode: '36.71', agencyId: null } as const]
	};
	ctx = { db, actor, now: () => NOW, locale: 'id' };
}, 60_000);

const reading = endpoints
	.filter(({ method }) => method === 'get')
	.map((endpoint) => [endpoint.path, endpoint] as const);

describe('what the OpenAPI document says of answers', () => {
	test.each(reading)('holds for %s', async (path) => {
		const folder = path.replace(/\{(\w+)\}/g, '[$1]');
		const load = modules[`../../../src/routes/api/v1${folder}/+server.ts`];
		const handler = (await load?.())?.GET;
		if (!handler) throw new Error(`${path} has no GET`);

		const examples = path === '/kpis/{code}' ? { code: EXAMPLES.kpi ?? '' } : EXAMPLES;
		const address = path.replace(/\{(\w+)\}/g, (_all, name: string) => examples[name] ?? name);
		const params = Object.fromEntries(
			[...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, examples[name] ?? ''])
		);
		const answer = await callApi(handler, ctx, `/api/v1${address}?${QUERIES[path] ?? ''}`, {
			params
		});
		expect(answer.status).toBe(200);

		const { schema } = document.paths[path]?.get.responses[200].content['application/json'] ?? {};
		if (!schema) throw new Error(`${path} is not described`);
		const validate = new Ajv2020({ strict: false }).compile({
			...schema,
			components: document.components
		});
		validate(answer.body);
		expect(validate.errors).toBeNull();
		const rows = rowsOf(answer.body);
		if (rows && !EMPTY.has(path)) expect(rows).not.toHaveLength(0);
		expect(undescribed(schema, answer.body, rows)).toEqual([]);
	});
});

function rowsOf(body: unknown): readonly unknown[] | undefined {
	return (body as { data?: readonly unknown[] }).data;
}

/** Members of an answer, or of the rows of its list, that the document leaves out. */
function undescribed(schema: Described, body: unknown, rows?: readonly unknown[]): string[] {
	if (!rows) return unknownNames(schema, body);
	const row = schema.properties?.data?.items ?? {};
	return [...new Set(rows.flatMap((each) => unknownNames(row, each)))];
}

function unknownNames({ properties = {} }: Described, value: unknown): string[] {
	return Object.keys(value as object).filter((name) => !Object.hasOwn(properties, name));
}
