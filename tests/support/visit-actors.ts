import { loadReferenceData } from '#db/reference/load.ts';
import type { Actor, Role } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import type { Db } from '#lib/database/connection.ts';
import type { VisitRequestInput } from '#lib/visits/schema.ts';

/** A Tuesday; the seventh working day after it is Thursday 3 December. */
export const NOW = new Date('2026-11-24T03:00:00Z');

/** Tuesday 8 December, in the morning and in the afternoon. */
export const MORNING = 'tue-am@2026-12-08';
export const AFTERNOON = 'tue-pm@2026-12-08';

function actor(role: Role, regionCode: string): Actor {
	const name = `${role} ${regionCode}`;
	return { accountId: name, name, grants: [{ role, regionCode, agencyId: null }] };
}

export const host = actor('secretary', '36.71');
export const visitor = actor('delegate', '36.03');
export const stranger = actor('secretary', '36.74');

/** Makes 36.71 a host with two sessions on Tuesdays, and gives both sides their accounts. */
export async function openForVisits(db: Db): Promise<Context> {
	await loadReferenceData(db);
	for (const { accountId, grants } of [host, visitor, stranger]) {
		const email = `${accountId.replaceAll(/[ .]/g, '-')}@test.example`;
		const [grant] = grants;
		if (!grant) continue;
		await db
			.insertInto('account')
			.values({
				id: accountId,
				email,
				name: accountId,
				passwordHash: null,
				locale: null,
				createdAt: NOW.toISOString(),
				disabledAt: null
			})
			.execute();
		await db
			.insertInto('roleGrant')
			.values({ id: accountId, accountId, ...grant })
			.execute();
	}
	await db
		.insertInto('host')
		.values({
			regionCode: '36.71',
			welcomeId: 'Selamat datang.',
			welcomeEn: 'Welcome.',
			contactPosition: 'Bagian Organisasi',
			address: '',
			onlineOffered: 1,
			onsiteOffered: 1,
			leadWorkingDays: 7,
			horizonDays: 120,
			peoplePerVisit: 40,
			peoplePerDay: 60,
			visitsPerDay: 2,
			visitsPerMonth: 4,
			isSample: 0,
			closedAt: null
		})
		.execute();
	const tuesday = { regionCode: '36.71', weekday: 2, slots: 1, validFrom: null, validTo: null };
	await db
		.insertInto('hostWindow')
		.values([
			{ id: 'tue-am', startsAt: '09:00', endsAt: '11:30', ...tuesday },
			{ id: 'tue-pm', startsAt: '13:00', endsAt: '15:30', ...tuesday }
		])
		.execute();
	return { db, actor: null, now: () => NOW, locale: 'id' };
}

let requests = 0;

/** A request that is in order; each call has a submit key of its own. */
export function request(changes: Partial<VisitRequestInput> = {}): VisitRequestInput {
	requests += 1;
	return {
		host_region: '36.71',
		mode: 'online',
		people: 10,
		purpose: 'Mempelajari layanan adminduk di kecamatan.',
		onsite_reason: '',
		needs: '',
		questions: ['Bagaimana pegawai ditempatkan?', 'Berapa biayanya?', 'Apa kendalanya?'],
		innovation: '',
		preferred_sessions: [MORNING],
		submit_key: `test-key-${String(requests)}`,
		...changes
	};
}
