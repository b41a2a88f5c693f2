import { beforeEach, describe, expect, test } from 'vitest';
import { seedAccounts } from '#db/demo/seed-people.ts';
import type { Context } from '#lib/core/context.ts';
import { describeInnovation } from '#lib/innovations/server/describe-innovation.ts';
import { getConfirmable } from '#lib/innovations/server/get-confirmable.ts';
import { confirmRunning } from '#lib/innovations/server/life-cycle.ts';
import { remindToConfirm } from '#lib/innovations/server/remind-to-confirm.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { foreignSecretary, openForEntry, secretary } from '#tests/support/observation-actors.ts';

const SLUG = 'sobat-dukcapil';

describe.each(databaseNames)('the yearly question whether an innovation runs on %s', (name) => {
	let ctx: Context;
	const at = (day: string): Context => ({ ...ctx, now: () => new Date(`${day}T03:00:00Z`) });
	const told = () =>
		ctx.db
			.selectFrom('outbox')
			.select('accountId')
			.where('stream', '=', SLUG)
			.orderBy('accountId')
			.execute();

	beforeEach(async () => {
		ctx = await openForEntry(name);
		await seedAccounts(ctx.db, ctx.now());
		await ctx.db
			.updateTable('innovation')
			.set({ confirmedOn: '2026-11-24', sustainability: 'active' })
			.where('slug', '=', SLUG)
			.execute();
	});

	test('is asked a month before, a week before and on the day, each of them once', async () => {
		await remindToConfirm(at('2027-10-24'));
		expect(await told()).toEqual([]);
		await remindToConfirm(at('2027-10-25'));
		await remindToConfirm(at('2027-10-26'));
		// Those who answer for it: its agency's head and those who publish in the region.
		expect(await told()).toEqual([
			{ accountId: 'demo-agency_head-kota' },
			{ accountId: 'demo-institution_admin-kota' },
			{ accountId: 'demo-secretary-kota' }
		]);
		await remindToConfirm(at('2027-11-17'));
		expect(await told()).toHaveLength(6);
		await remindToConfirm(at('2027-11-24'));
		await remindToConfirm(at('2028-03-01'));
		expect(await told()).toHaveLength(9);
	});

	test('the mail leads to a page that changes nothing when looked at, and is stale once answered', async () => {
		const mail = (day: string) =>
			describeInnovation(at(day), {
				template: 'innovation_confirm_due',
				data: { ref: SLUG },
				accountId: 'demo-secretary-kota',
				locale: 'id',
				origin: 'http://localhost'
			});
		expect(await mail('2027-11-20')).toMatchObject({
			isFresh: true,
			path: `/innovations/${SLUG}/confirm`
		});
		const page = await getConfirmable({ ...at('2027-11-20'), actor: secretary }, SLUG);
		expect(page.confirmedOn).toBe('2026-11-24');
		await expect(
			getConfirmable({ ...at('2027-11-20'), actor: foreignSecretary }, SLUG)
		).rejects.toMatchObject({ code: 'forbidden' });

		await confirmRunning({ ...at('2027-11-20'), actor: secretary }, page);
		expect(await mail('2027-11-20')).toMatchObject({ isFresh: false });
		expect(
			(await getConfirmable({ ...at('2027-11-20'), actor: secretary }, SLUG)).confirmedOn
		).toBe('2027-11-20');
	});

	test('what has ended is not asked about', async () => {
		await ctx.db
			.updateTable('innovation')
			.set({ sustainability: 'stopped' })
			.where('slug', '=', SLUG)
			.execute();
		await remindToConfirm(at('2028-01-01'));
		expect(await told()).toEqual([]);
	});
});
