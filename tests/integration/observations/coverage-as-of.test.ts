import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { getCoverageView } from '#lib/observations/server/coverage-view.ts';
import { putCoverage } from '#lib/observations/server/put-coverage.ts';
import { verifyCoverage } from '#lib/observations/server/verify-coverage.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import { agencyHead, openForEntry, secretary } from '#tests/support/observation-actors.ts';
import { GET } from '../../../src/routes/api/v1/coverage/+server.ts';
import { GET as getFile } from '../../../src/routes/regions/[code]/coverage/[file]/+server.ts';

const region = '36.71';
const district = '36.71.01';

/**
 * The register of the founding example was loaded on 24 November. On the 26th the agency says that
 * KTP is limited in one district since the 10th, on the 28th that is verified, and on the 29th the
 * agency says that it was mobile instead.
 */
describe.each(databaseNames)('the register as it was known on a day, on %s', (name) => {
	let ctx: Context;
	const at = (day: string, actor: Actor | null): Context => ({
		...ctx,
		actor,
		now: () => new Date(`${day}T03:00:00Z`)
	});
	const cellOn = async (asOf: string | null, period?: string) => {
		const query = { region, service: 'KTP', period, asOf };
		const { facts } = await getCoverage(at('2026-12-05', null), query);
		const fact = facts.find(({ districtCode }) => districtCode === district);
		return fact ? [fact.mode, fact.verification, fact.validFrom] : null;
	};

	beforeAll(async () => {
		ctx = await openForEntry(name);
		const put = (day: string, mode: 'limited' | 'mobile') =>
			putCoverage(at(day, agencyHead), {
				region,
				rows: [{ district, service: 'KTP', mode, valid_from: '2026-11-10', source: '' }]
			});
		await put('2026-11-26', 'limited');
		await verifyCoverage(at('2026-11-28', secretary), { region });
		await put('2026-11-29', 'mobile');
	});

	test('changes and verifications that came later are undone', async () => {
		expect(await cellOn('2026-11-23')).toBeNull();
		expect(await cellOn('2026-11-25')).toEqual(['full', 'claimed', '2017-01-01']);
		expect(await cellOn('2026-11-27')).toEqual(['limited', 'claimed', '2026-11-10']);
		expect(await cellOn('2026-11-28')).toEqual(['limited', 'verified', '2026-11-10']);
		expect(await cellOn('2026-11-29')).toEqual(['mobile', 'claimed', '2026-11-10']);
		expect(await cellOn('2026-11-29')).toEqual(await cellOn(null));
	});

	test('a month before is shown as the register had it on that day', async () => {
		expect(await cellOn('2026-11-25', '2026-10')).toEqual(['full', 'claimed', '2017-01-01']);
		expect(await cellOn('2026-11-27', '2026-10')).toEqual(['full', 'claimed', '2017-01-01']);
		await expect(cellOn('2026-10-31', '2026-11')).rejects.toMatchObject({ code: 'malformed' });
	});

	test('the page has that day for its own, and the months that were over', async () => {
		const view = (asOf: string) => getCoverageView(at('2026-12-05', null), { region, asOf });
		expect(await view('2026-11-27')).toMatchObject({ day: '2026-11-27', thisMonth: '2026-11' });
		expect(await view('2026-11-23')).toMatchObject({ first: null, rows: [] });
		expect(await view('2027-01-01')).toMatchObject({ day: '2026-12-05' });
	});

	test('rows that were changed before this was kept count as known all along', async () => {
		await ctx.db.updateTable('districtCoverageRevision').set({ writtenAt: null }).execute();
		expect(await cellOn('2026-11-25')).toEqual(['limited', 'claimed', '2026-11-10']);
		expect(await cellOn('2026-11-28')).toEqual(['limited', 'verified', '2026-11-10']);
	});

	test('the API and the file look back in the same way', async () => {
		const { body } = await callApi(
			GET,
			at('2026-12-05', null),
			`/api/v1/coverage?region=${region}&service=KTP&as_of=2026-11-28`
		);
		expect(body).toMatchObject({ meta: { day: '2026-11-28' } });
		expect((body as { data: unknown[] }).data[0]).toMatchObject({ district, mode: 'limited' });
		const refused = await callApi(GET, ctx, `/api/v1/coverage?region=${region}&as_of=28-11`);
		expect(refused.status).toBe(400);

		const { text } = await callApi(
			getFile as never,
			at('2026-12-05', null),
			`/regions/${region}/coverage/data.csv?as_of=2026-11-28`,
			{ params: { code: region, file: 'data.csv' } }
		);
		expect(text).toContain('2026-11-28');
		expect(text).toContain(`/regions/${region}?as_of=2026-11-28#coverage`);
	});
});
