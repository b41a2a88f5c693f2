import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Completeness } from '#lib/observations/completeness.ts';
import { noParts } from '#lib/observations/row-kind.ts';
import { setDeadline } from '#lib/observations/server/deadlines.ts';
import { publishEntries } from '#lib/observations/server/publish.ts';
import { getRegionCompleteness } from '#lib/observations/server/region-completeness.ts';
import { verifyAndPublish, verifyEntries } from '#lib/observations/server/review.ts';
import { type EntryInput, saveEntry } from '#lib/observations/server/save-entry.ts';
import { unlockEntry } from '#lib/observations/server/unlock-entry.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { GET as getFile } from '../../../src/routes/regions/[code]/completeness/[file]/+server.ts';

const region = '36.71';
const usual: EntryInput = {
	...noParts,
	received: 220,
	completed: 200,
	bucket1: 40,
	bucket2: 120,
	bucket3: 30,
	bucket4: 8,
	bucket5: 2,
	returned: 11,
	backlog: 5,
	online: 88,
	presence: 'figures',
	version: 0,
	note: '',
	reason: '',
	intent: 'submit'
};

/**
 * KTP of September: handed in on 5 October, published provisionally on the 8th, verified on the
 * 20th, opened and set to "not applicable" on 15 November. KK of September: handed in late.
 */
describe.each(databaseNames)('how complete a region was on a day, on %s', (name) => {
	let ctx: Context;
	const month = '2026-09';
	const at = (day: string, actor: Actor): Context => ({
		...ctx,
		actor,
		now: () => new Date(`${day}T03:00:00Z`)
	});
	const stateOn = async (asOf: string | null, service = 'KTP'): Promise<Completeness | null> => {
		const { months, services } = await getRegionCompleteness(ctx, region, asOf);
		const cells = months.find((one) => one.month === month)?.cells ?? [];
		return cells[services.findIndex(({ code }) => code === service)] ?? null;
	};
	const step = { region, month, kpis: ['ADM-TAT-KTP'] };

	beforeAll(async () => {
		ctx = await openForEntry(name);
		const save = (day: string, kpi: string, changes: Partial<EntryInput> = {}) =>
			saveEntry(at(day, agencyHead), { region, month, kpi, ...usual, ...changes });
		await save('2026-10-05', 'ADM-TAT-KTP');
		await publishEntries(at('2026-10-08', secretary), step);
		await verifyEntries(at('2026-10-20', institutionAdmin), step);
		await save('2026-10-22', 'ADM-TAT-KK');
		await verifyAndPublish(at('2026-10-24', secretary), { ...step, kpis: ['ADM-TAT-KK'] });
		await setDeadline(at('2026-11-01', secretary), {
			region,
			from: '2026-11',
			day: 20,
			reason: 'Rapat rekonsiliasi'
		});
		const { version } = await ctx.db
			.selectFrom('observationEntry')
			.innerJoin('kpi', 'kpi.key', 'observationEntry.kpiKey')
			.select('version')
			.where('kpi.code', '=', 'ADM-TAT-KTP')
			.executeTakeFirstOrThrow();
		const opened = await unlockEntry(at('2026-11-15', secretary), {
			...{ region, month, kpi: 'ADM-TAT-KTP', version },
			reason: 'Salah layanan'
		});
		await saveEntry(at('2026-11-15', agencyHead), {
			...{ region, month, kpi: 'ADM-TAT-KTP' },
			...usual,
			...noParts,
			presence: 'not_applicable',
			note: 'Dipindahkan ke provinsi',
			version: opened.version
		});
		await verifyAndPublish(at('2026-11-16', secretary), step);
	});

	test('what was published, and how, is what was known then', async () => {
		expect(await stateOn('2026-10-04')).toBe('not_due');
		expect(await stateOn('2026-10-05')).toBe('under_review');
		expect(await stateOn('2026-10-08')).toBe('provisional');
		expect(await stateOn('2026-10-20')).toBe('in_time');
		expect(await stateOn('2026-11-15')).toBe('in_time');
		expect(await stateOn('2026-11-16')).toBe('not_applicable');
	});

	test('what had not come by its due day was missing, and is late once it has', async () => {
		expect(await stateOn('2026-10-09', 'KK')).toBe('not_due');
		expect(await stateOn('2026-10-21', 'KK')).toBe('missing');
		expect(await stateOn('2026-10-23', 'KK')).toBe('under_review');
		expect(await stateOn('2026-10-24', 'KK')).toBe('late');
	});

	test('the day of now shows what the page shows without one', async () => {
		const { months } = await getRegionCompleteness(ctx, region, '2026-11-24');
		expect(months).toEqual((await getRegionCompleteness(ctx, region)).months);
	});

	test('the months, and the deadlines that were set, are those of the day', async () => {
		const { months, deadlines } = await getRegionCompleteness(ctx, region, '2026-10-30');
		expect(months[0]?.month).toBe('2026-09');
		expect(deadlines).toEqual([]);
		const later = await getRegionCompleteness(ctx, region, '2026-11-01');
		expect(later.months[0]?.month).toBe('2026-10');
		expect(later.deadlines).toHaveLength(1);
	});

	test('the file holds the same and names the day in its address', async () => {
		const { text } = await callApi(
			getFile as never,
			ctx,
			`/regions/${region}/completeness/data.csv?as_of=2026-10-08`,
			{ params: { code: region, file: 'data.csv' } }
		);
		expect(text).toContain('terbit sementara');
		expect(text).toContain(`/regions/${region}/completeness?as_of=2026-10-08`);
	});
});
