import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { getCoverageEdit, saveCoverageForm } from '#lib/observations/server/edit-coverage.ts';
import { getCoverage } from '#lib/observations/server/coverage.ts';
import { putCoverage } from '#lib/observations/server/put-coverage.ts';
import { callApi } from '#tests/support/call-api.ts';
import { databaseNames } from '#tests/support/databases.ts';
import {
	agencyHead,
	foreignAgencyHead,
	institutionAdmin,
	openForEntry,
	secretary
} from '#tests/support/observation-actors.ts';
import { GET, PUT } from '../../../src/routes/api/v1/coverage/+server.ts';
import { GET as getObservations } from '../../../src/routes/api/v1/observations/+server.ts';

const region = '36.71';

describe.each(databaseNames)('writing the coverage register on %s', (name) => {
	let ctx: Context;
	const as = (actor: Actor | null): Context => ({ ...ctx, actor });
	const put = (rows: unknown[], actor: Actor | null = agencyHead, headers = {}) =>
		callApi(PUT, as(actor), '/api/v1/coverage', {
			method: 'PUT',
			body: JSON.stringify({ region, rows }),
			headers: { 'content-type': 'application/json', ...headers }
		});
	const row = (district: number, mode: string, valid_from: string, service = 'KTP') => ({
		district: `36.71.${String(district).padStart(2, '0')}`,
		service,
		mode,
		valid_from
	});
	const modeOf = async (district: number, period: string, service = 'KTP') => {
		const { facts } = await getCoverage(ctx, { region, service, period });
		const code = row(district, '', '').district;
		return facts.find(({ districtCode }) => districtCode === code)?.mode ?? null;
	};
	const coverageOf = async (kpi: string, period: string) => {
		const query = `kpi=${kpi}&region=${region}&from=${period}&to=${period}`;
		const { body } = await callApi(getObservations, ctx, `/api/v1/observations?${query}`);
		return (body as { data: object[] }).data;
	};

	beforeAll(async () => {
		ctx = await openForEntry(name);
		await ctx.db
			.insertInto('account')
			.values({
				id: agencyHead.accountId,
				email: 'head@example.go.id',
				name: 'Head',
				passwordHash: null,
				locale: null,
				createdAt: ctx.now().toISOString(),
				disabledAt: null
			})
			.execute();
	});

	test('a change holds from its day on, and is counted from that month on', async () => {
		expect(await put([row(1, 'mobile', '2026-08-15')])).toMatchObject({
			status: 200,
			body: { accepted: 1, unchanged: 0 }
		});

		expect(await modeOf(1, '2026-07')).toBe('full');
		expect(await modeOf(1, '2026-08')).toBe('mobile');
		expect(await coverageOf('ADM-COV-KTP', '2026-08')).toMatchObject([
			{ numerator: 12, denominator: 13, provisional: true, is_sample: false }
		]);
		expect(await coverageOf('ADM-COV-ALL', '2026-10')).toMatchObject([{ numerator: 12 }]);
		expect(await coverageOf('ADM-COV-KTP', '2026-07')).toEqual([]);
		const { body } = await callApi(GET, ctx, `/api/v1/coverage?region=${region}&service=KTP`);
		expect(body).toMatchObject({
			data: expect.arrayContaining([
				expect.objectContaining({ district: '36.71.01', mode: 'mobile', valid_from: '2026-08-15' })
			]) as unknown,
			meta: { summary: [{ covered: 12, mobile: 1, districts: 13 }] }
		});
	});

	test('what the register says already changes nothing', async () => {
		expect((await put([row(2, 'full', '2026-09-01')])).body).toEqual({ accepted: 0, unchanged: 1 });
	});

	test('keeps what rows said before, and later changes keep their place', async () => {
		await put([row(3, 'none', '2026-09-01', 'KIA')]);
		await put([row(3, 'limited', '2026-07-01', 'KIA')]);

		expect(await modeOf(3, '2026-06', 'KIA')).toBe('full');
		expect(await modeOf(3, '2026-08', 'KIA')).toBe('limited');
		expect(await modeOf(3, '2026-09', 'KIA')).toBe('none');
		const { changes } = await getCoverageEdit(as(agencyHead), region);
		const kept = changes.filter(({ districtCode }) => districtCode === '36.71.03');
		expect(kept.map(({ mode, validTo }) => [mode, validTo])).toEqual(
			expect.arrayContaining([
				['full', null],
				['full', '2026-08-31']
			])
		);
	});

	test('refuses all rows when one is wrong, and says which', async () => {
		const before = await ctx.db.selectFrom('districtCoverage').selectAll().execute();
		const { status, body } = await put([
			row(4, 'none', '2026-09-01'),
			{ ...row(4, 'none', '2026-09-01'), district: '36.03.01' },
			row(4, 'none', '2026-09-01', 'XXX'),
			row(4, 'none', '2026-09-01', 'NIB'),
			row(4, 'none', '2026-11-30'),
			row(4, 'mobile', '2026-09-01')
		]);
		expect(status).toBe(422);
		const { errors } = body as { errors: { path: string }[] };
		expect(errors.map(({ path }) => path)).toEqual([
			'rows.1.district',
			'rows.2.service',
			'rows.3.service',
			'rows.4.valid_from',
			'rows.5.district'
		]);
		expect(await ctx.db.selectFrom('districtCoverage').selectAll().execute()).toEqual(before);
	});

	test('answers a repeated request with its first answer', async () => {
		const headers = { 'idempotency-key': 'coverage-1' };
		const first = await put([row(5, 'limited', '2026-10-01')], agencyHead, headers);
		const again = await put([row(5, 'limited', '2026-10-01')], agencyHead, headers);
		expect(first.body).toEqual({ accepted: 1, unchanged: 0 });
		expect(again.body).toEqual(first.body);
		expect((await put([row(6, 'none', '2026-10-01')], agencyHead, headers)).status).toBe(422);
	});

	test('is for the agency of the service and the admin of the institution alone', async () => {
		const rows = [row(7, 'limited', '2026-10-01')];
		expect((await put(rows, null)).status).toBe(401);
		expect((await put(rows, secretary)).status).toBe(403);
		expect((await put(rows, foreignAgencyHead)).status).toBe(403);
		expect((await put(rows, institutionAdmin)).status).toBe(200);
		const stored = await ctx.db
			.selectFrom('districtCoverage')
			.selectAll()
			.where('districtCode', '=', '36.71.07')
			.where('validFrom', '=', '2026-10-01')
			.execute();
		expect(stored).toMatchObject([{ verification: 'verified', source: 'Laporan Kota Tangerang' }]);
	});

	test('the form saves only the cells that were changed in it', async () => {
		const { services, rows } = await getCoverageEdit(as(agencyHead), undefined);
		expect(rows).toHaveLength(13);
		expect(services.map(({ code }) => code)).toContain('KTP');
		const before = rows.map(({ code, modes }) => ({
			district: code,
			service: 'KTP',
			mode: modes[services.findIndex((service) => service.code === 'KTP')] ?? null
		}));
		const cells = before.map((cell) =>
			cell.district === '36.71.08' ? { ...cell, mode: 'none' as const } : cell
		);
		// Somebody else changes another cell while the form is open.
		await putCoverage(as(agencyHead), {
			region,
			rows: [{ ...row(9, '', '2026-11-01'), mode: 'mobile', source: '' }]
		});
		const input = { region, cells, before, valid_from: '2026-11-02', source: 'SK Camat' };
		expect(await saveCoverageForm(as(agencyHead), input)).toEqual({ accepted: 1, unchanged: 0 });
		expect(await modeOf(8, '2026-11')).toBe('none');
		expect(await modeOf(9, '2026-11')).toBe('mobile');
	});

	test('a list without rows has its columns in CSV all the same', async () => {
		const { text, headers } = await callApi(
			getObservations,
			ctx,
			`/api/v1/observations.csv?kpi=SKM-IKM&region=${region}`
		);
		expect(headers.get('content-type')).toContain('text/csv');
		expect(text.split('\r\n')[0]).toMatch(/^kpi,region,period,numerator,/);
	});
});
