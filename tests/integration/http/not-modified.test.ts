import { beforeAll, describe, expect, test } from 'vitest';
import { loadReferenceData } from '#db/reference/load.ts';
import { freezePeers } from '#lib/benchmarks/server/freeze-peers.ts';
import { getPeers } from '#lib/benchmarks/server/peers.ts';
import { refreshBenchmarks } from '#lib/benchmarks/server/refresh.ts';
import { getKpi } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { monthIndex } from '#lib/core/period.ts';
import { bumpDataVersion, bumpReferenceVersion } from '#lib/observations/server/data-version.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames, openDatabase } from '#tests/support/databases.ts';
import { publishShares } from '../benchmarks/figures.ts';
import { GET as benchmarks } from '../../../src/routes/api/v1/benchmarks/[kpi]/+server.ts';
import { GET as coverage } from '../../../src/routes/api/v1/coverage/+server.ts';
import { GET as kpis } from '../../../src/routes/api/v1/kpis/+server.ts';
import { GET as observations } from '../../../src/routes/api/v1/observations/+server.ts';
import { GET as districts } from '../../../src/routes/api/v1/regions/[code]/districts/+server.ts';
import { GET as peers } from '../../../src/routes/api/v1/regions/[code]/peers/+server.ts';
import { GET as regions } from '../../../src/routes/api/v1/regions/+server.ts';
import { GET as revisions } from '../../../src/routes/api/v1/revisions/+server.ts';
import { GET as series } from '../../../src/routes/api/v1/series/[kpi]/+server.ts';
import { GET as services } from '../../../src/routes/api/v1/services/+server.ts';
import { GET as signals } from '../../../src/routes/api/v1/signals/+server.ts';

const kpi = 'ADM-SLA-KTP';
const code = '36.71';
type Endpoint = (event: never) => Promise<Response>;
type List = readonly [path: string, endpoint: Endpoint, params: Record<string, string>];
const PEERS_SERIES: List = [`/series/${kpi}?regions=${code}&group=peers:${code}`, series, { kpi }];
const LISTS: readonly List[] = [
	[`/benchmarks/${kpi}`, benchmarks, { kpi }],
	PEERS_SERIES,
	[`/signals?region=${code}`, signals, {}],
	[`/regions/${code}/peers`, peers, { code }],
	[`/regions/${code}/districts`, districts, { code }],
	['/regions?province=36', regions, {}],
	['/revisions', revisions, {}],
	[`/observations?region=${code}`, observations, {}],
	[`/coverage?region=${code}`, coverage, {}],
	['/kpis', kpis, {}],
	['/services', services, {}]
];

describe.each(databaseNames)('what a client has already on %s', (name) => {
	let ctx: Context;
	const ask = async ([path, endpoint, params]: List, known = '', at = ctx) => {
		const answer = await callApi(endpoint, at, `/api/v1${path}`, {
			params,
			headers: { 'if-none-match': known }
		});
		return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: answer.text };
	};

	beforeAll(async () => {
		const db = await openDatabase(name);
		await loadReferenceData(db);
		ctx = { db, actor: null, now: () => new Date('2026-11-24T03:00:00Z'), locale: 'id' };
		await getPeers(ctx, { region: code });
		const month = '2026-10';
		await publishShares(db, kpi, [{ region: code, month, numerator: 80 }]);
		const { key } = await getKpi(ctx, kpi);
		await refreshBenchmarks(ctx, [{ kpiKey: key, month: monthIndex(month) }]);
	});

	test.each(LISTS)('%s is answered by 304 without reading what it is made of', async (...list) => {
		const first = await ask(list);
		expect(first).toMatchObject({
			status: 200,
			etag: expect.stringMatching(/^"[\w-]+"$/) as string
		});
		const tables: string[] = [];
		const watched = { ...ctx, db: watching(ctx.db, tables) };
		expect(await ask(list, first.etag, watched)).toEqual({
			status: 304,
			etag: first.etag,
			text: ''
		});
		expect(tables).toEqual(['dataVersion']);
	});

	test.each(LISTS)(
		'%s is answered anew after a publication, and on another day',
		async (...list) => {
			const { etag } = await ask(list);
			const tomorrow = { ...ctx, now: () => new Date('2026-11-25T03:00:00Z') };
			expect((await ask(list, etag, tomorrow)).status).toBe(200);
			await bumpDataVersion(ctx);
			expect((await ask(list, etag)).status).toBe(200);
		}
	);

	test('another register, catalogue, list of peers or deadline counts as a change', async () => {
		const { etag } = await ask(PEERS_SERIES);
		await bumpReferenceVersion(ctx);
		const later = await ask(PEERS_SERIES, etag);
		expect(later.status).toBe(200);
		await freezePeers({ ...ctx, now: () => new Date('2027-01-02T03:00:00Z') });
		expect((await ask(PEERS_SERIES, later.etag)).status).toBe(200);
	});
});

/** The same database, writing down each table that is read. */
function watching(db: Context['db'], tables: string[]): Context['db'] {
	return new Proxy(db, {
		get(target, property) {
			const value: unknown = Reflect.get(target, property);
			if (typeof value !== 'function') return value;
			return (...given: unknown[]): unknown => {
				if (property === 'selectFrom') tables.push(String(given[0]));
				return Reflect.apply(value, target, given);
			};
		}
	});
}
