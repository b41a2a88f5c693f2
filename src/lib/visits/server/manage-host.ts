import { authorize } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { dayOf, type Day } from '#lib/core/period.ts';
import type { Holiday, Host, HostBlackout, HostWindow } from '#lib/database/tables/visits.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getRegion } from '#lib/regions/server/use-cases.ts';
import type { HostInput } from '../host-schema.ts';
import { usualWeek } from '../usual-week.ts';
import * as hosts from './hosts-repository.ts';
import * as manage from './manage-repository.ts';

/** What the rules of visits suggest to a host that has not decided otherwise. */
const DEFAULTS = {
	welcomeId: '',
	welcomeEn: '',
	contactPosition: '',
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
	closedAt: null,
	packageAgenda: '',
	packageFaq: '',
	packageDeckUrl: '',
	packageVideoUrl: '',
	approverPosition: '',
	receiverPosition: '',
	jointOffered: 1
} as const satisfies Omit<Host, 'regionCode'>;

export interface ManagedHost {
	readonly region: { readonly code: string; readonly name: string; readonly timezone: string };
	/** The settings, or what is suggested to a region that is no host yet. */
	readonly settings: Host;
	readonly isHost: boolean;
	readonly today: Day;
	/** Years within reach of the calendar for which nobody has entered the national holidays. */
	readonly yearsWithoutHolidays: string[];
}

/** A region's settings as a host, for those who may change them. */
export async function getManagedHost(ctx: Context, regionCode: string): Promise<ManagedHost> {
	authorize(ctx.actor, { do: 'host.configure', regionCode });
	const { code, name, timezone } = await getRegion(ctx, regionCode);
	const known = await manage.find(ctx.db, code);
	const settings = known ?? { ...DEFAULTS, regionCode: code };
	const today = dayOf(ctx.now(), timezone);
	return {
		region: { code, name, timezone },
		settings,
		isHost: known !== undefined,
		today,
		yearsWithoutHolidays: await yearsWithoutHolidays(ctx)
	};
}

/** This year and the next, as far as no national holiday is entered: sessions then look open. */
export async function yearsWithoutHolidays(ctx: Pick<Context, 'db' | 'now'>): Promise<string[]> {
	const year = Number(dayOf(ctx.now()).slice(0, 4));
	const years = [String(year), String(year + 1)];
	const known = await manage.listNationalHolidays(
		ctx.db,
		`${String(year)}-01-01`,
		`${String(year + 1)}-12-31`
	);
	return years.filter((one) => !known.some(({ day }) => day.startsWith(one)));
}

export interface HostCalendar {
	readonly windows: HostWindow[];
	readonly openDays: HostWindow[];
	readonly blackouts: HostBlackout[];
	readonly holidays: Holiday[];
}

/** What a host has entered about its days, as far as it is still to come. */
export async function getHostCalendar(
	ctx: Context,
	regionCode: string
): Promise<ManagedHost & HostCalendar> {
	const managed = await getManagedHost(ctx, regionCode);
	const { today } = managed;
	const all = await hosts.listWindows(ctx.db, regionCode);
	const current = all.filter(({ validTo }) => validTo === null || validTo >= today);
	const blackouts = await hosts.listBlackouts(ctx.db, regionCode);
	return {
		...managed,
		windows: current.filter(({ kind }) => kind === 'weekly'),
		openDays: current.filter(({ kind }) => kind === 'open_day'),
		blackouts: blackouts.filter(({ toDay }) => toDay >= today),
		holidays: await manage.listRegionalHolidays(ctx.db, regionCode, today)
	};
}

/** Stores the settings; the first time, they make the region a host with the usual week. */
export async function saveHost(
	ctx: Context,
	input: HostInput & { readonly region: string }
): Promise<{ saved: true }> {
	const { region, settings, isHost } = await getManagedHost(ctx, input.region);
	const flag = (isOn: boolean) => (isOn ? 1 : 0);
	const saved: Host = {
		...settings,
		regionCode: region.code,
		closedAt: input.accepting ? null : (settings.closedAt ?? ctx.now().toISOString()),
		welcomeId: input.welcome_id,
		welcomeEn: input.welcome_en || input.welcome_id,
		contactPosition: input.contact_position,
		approverPosition: input.approver_position,
		receiverPosition: input.receiver_position,
		address: input.address,
		onlineOffered: flag(input.online),
		onsiteOffered: flag(input.onsite),
		jointOffered: flag(input.joint),
		leadWorkingDays: input.lead_working_days,
		horizonDays: input.horizon_days,
		peoplePerVisit: input.people_per_visit,
		peoplePerDay: input.people_per_day,
		visitsPerDay: input.visits_per_day,
		visitsPerMonth: input.visits_per_month,
		packageAgenda: input.package_agenda,
		packageFaq: input.package_faq,
		packageDeckUrl: input.package_deck_url,
		packageVideoUrl: input.package_video_url
	};
	await inTransaction(ctx, async ({ db }) => {
		await manage.save(db, saved);
		if (!isHost) await manage.insertFirstWindows(db, usualWeek(region.code));
	});
	return { saved: true };
}
