import { setTimeout as sleep } from 'node:timers/promises';
import { addToken } from '#lib/accounts/server/tokens.ts';
import type { Context } from '#lib/core/context.ts';
import { addMonths } from '#lib/core/period.ts';
import { send } from '#tests/support/site-process.ts';
import { LAST_MONTH } from './generate.ts';

const REGION = '36.71';
const EMAIL = 'writer@bench.example';
/** Who may enter, verify and publish everything of a region. */
const ROLES = ['institution_admin', 'secretary'] as const;

/** An account with a token that may take a region's months all the way to publication. */
export async function addWriter({ db, now }: Pick<Context, 'db' | 'now'>): Promise<string> {
	const createdAt = now().toISOString();
	const account = { id: 'writer', email: EMAIL, name: 'writer', passwordHash: null };
	await db
		.insertInto('account')
		.values({ ...account, locale: null, createdAt, disabledAt: null })
		.execute();
	for (const role of ROLES) {
		await db
			.insertInto('roleGrant')
			.values({ id: role, accountId: account.id, role, regionCode: REGION, agencyId: null })
			.execute();
	}
	const { token } = await addToken({ db, now }, { email: EMAIL, name: 'bench' });
	return token;
}

/** Nobody publishes more often, and each publication counts the ranking of its indicators anew. */
const PAUSE_MS = 1000;

/** Counts on from one call to the next: a month with the counts it has already is no draft. */
let entered = 0;

/**
 * Each second enters the counts of a service for a month and takes them to publication, each of the
 * four requests after the answer to the one before; how many months were published.
 */
export async function publishRepeatedly(port: number, token: string, end: number): Promise<number> {
	let months = 0;
	for (; performance.now() < end; months++) {
		const period = addMonths(LAST_MONTH, -(months % 10));
		const buckets = [40 + entered++, 120, 30, 8, 2];
		const reason = 'Diperbaiki.';
		const row = { kpi: 'ADM-TAT-KTP', region: REGION, period, buckets, note: reason, reason };
		await write(port, token, 'PUT', '', { rows: [row] });
		const step = { region: REGION, period, kpis: ['ADM-TAT-KTP'], reason };
		for (const action of ['/submit', '/verify', '/publish']) {
			await write(port, token, 'POST', action, step);
		}
		await sleep(PAUSE_MS);
	}
	return months;
}

async function write(port: number, token: string, method: string, path: string, body: unknown) {
	const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
	const address = `/api/v1/observations${path}`;
	const answer = await send(port, { path: address, method, headers }, JSON.stringify(body));
	if (answer.status !== 200) throw new Error(`${path || 'PUT'}: ${answer.text}`);
}
