import { beforeAll, describe, expect, test } from 'vitest';
import { freezePeers } from '#lib/benchmarks/server/freeze-peers.ts';
import { listPeerCodes } from '#lib/benchmarks/server/peers.ts';
import type { Context } from '#lib/core/context.ts';
import { regionsLikeMine } from '#lib/innovations/server/regions-like-mine.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { openForEntry, secretary } from '#tests/support/observation-actors.ts';

describe.each(databaseNames)('regions like mine on %s', (name) => {
	let ctx: Context;

	beforeAll(async () => {
		ctx = { ...(await openForEntry(name)), actor: secretary };
	});

	test('are those of the same kind while no peers have been found', async () => {
		const alike = await regionsLikeMine(ctx);
		expect(alike?.has('32.73')).toBe(true);
		expect(alike?.has('36.03')).toBe(false);
		expect(alike?.has('36.71')).toBe(false);
		expect(await regionsLikeMine({ ...ctx, actor: null })).toBeNull();
	});

	test('are the peers of every comparison once there are any', async () => {
		await freezePeers(ctx);
		const peers = await listPeerCodes(ctx, '36.71');
		expect(peers.length).toBeGreaterThan(0);
		expect([...((await regionsLikeMine(ctx)) ?? [])].toSorted()).toEqual(peers.toSorted());
	});
});
