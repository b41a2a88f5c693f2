import { DEMO_PASSWORD } from '#lib/accounts/demo.ts';
import { hashPassword } from '#lib/accounts/server/password.ts';
import { dayOf } from '#lib/core/period.ts';
import type { Db } from '#lib/database/connection.ts';
import { insertMany } from '#db/insert-many.ts';
import { type DemoAccount, demoAccounts, silentVisitor } from './accounts.ts';
import { demoHosts, demoWindows } from './hosts.ts';
import { type DemoVisit, demoVisits } from './visits.ts';

/** All demonstration accounts with their one role each. They share a password, so also its hash. */
export async function seedAccounts(db: Db, now: Date): Promise<void> {
	const passwordHash = await hashPassword(DEMO_PASSWORD);
	await insertAccounts(db, demoAccounts, passwordHash, now.toISOString());
	await insertAccounts(db, [silentVisitor], null, now.toISOString());
}

async function insertAccounts(
	db: Db,
	accounts: readonly DemoAccount[],
	passwordHash: string | null,
	createdAt: string
): Promise<void> {
	await insertMany(
		db,
		'account',
		accounts.map(({ id, email, name }) => ({
			id,
			email,
			name,
			passwordHash,
			locale: null,
			createdAt,
			disabledAt: null
		}))
	);
	await insertMany(
		db,
		'roleGrant',
		accounts.map(({ id, role, regionCode, agencyId }) => ({
			id: `grant-${id}`,
			accountId: id,
			role,
			regionCode,
			agencyId
		}))
	);
}

/** Sample hosts with their weekly windows, and two sample visits to the first of them. */
export async function seedVisits(db: Db, now: Date): Promise<void> {
	await insertMany(db, 'host', demoHosts);
	await insertMany(db, 'hostWindow', demoWindows);
	for (const demoVisit of demoVisits(dayOf(now), now.toISOString())) {
		await insertVisit(db, demoVisit);
	}
}

async function insertVisit(db: Db, demoVisit: DemoVisit): Promise<void> {
	const { visit, innovationSlug, questions, preferences, events } = demoVisit;
	const innovation = await db
		.selectFrom('innovation')
		.select('id')
		.where('slug', '=', innovationSlug)
		.executeTakeFirst();

	await insertMany(db, 'visit', [{ ...visit, innovationId: innovation?.id ?? null }]);
	await insertMany(
		db,
		'visitQuestion',
		questions.map((question, i) => ({
			visitId: visit.id,
			position: i + 1,
			question,
			answer: null
		}))
	);
	await insertMany(
		db,
		'visitPreference',
		preferences.map((preference, i) => ({ visitId: visit.id, position: i + 1, ...preference }))
	);
	await insertMany(
		db,
		'visitEvent',
		events.map((event, i) => ({
			visitId: visit.id,
			number: i + 1,
			...event,
			detail: '{}',
			happenedAt: visit.updatedAt
		}))
	);
	await claimSession(db, visit);
}

/** A visit with a date takes its slot and counts in the host's day and month. */
async function claimSession(db: Db, visit: DemoVisit['visit']): Promise<void> {
	const { hostRegionCode, sessionDay: day, sessionWindowId: windowId, people } = visit;
	const host = demoHosts.find(({ regionCode }) => regionCode === hostRegionCode);
	if (day === null || windowId === null || !host) return;

	await insertMany(db, 'sessionClaim', [
		{
			hostRegionCode,
			day,
			windowId,
			slot: 1,
			visitId: visit.id,
			people,
			holdExpiresAt: null,
			claimedAt: visit.updatedAt
		}
	]);
	await insertMany(db, 'hostDay', [
		{
			hostRegionCode,
			day,
			visits: 1,
			people,
			maxVisits: host.visitsPerDay,
			maxPeople: host.peoplePerDay
		}
	]);
	await insertMany(db, 'hostMonth', [
		{ hostRegionCode, month: day.slice(0, 7), visits: 1, maxVisits: host.visitsPerMonth }
	]);
}
