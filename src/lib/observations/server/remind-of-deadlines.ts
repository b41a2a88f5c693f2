import { officersWith, serviceCodesOf } from '#lib/accounts/server/agencies.ts';
import { listKpis, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { type Day, dayOf, lastCompletedMonth, monthIndex, type Month } from '#lib/core/period.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { hourOf } from '#lib/notifications/digest-time.ts';
import { type EntryTemplate, notify } from '#lib/notifications/server/use-cases.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { dueDay, reminderStep, type ReminderStep } from '../reporting-month.ts';
import { allDueRules } from './deadlines.ts';
import * as entries from './repository.ts';
import { isTurnaround, isTyped } from './scope.ts';

type ReadContext = Pick<Context, 'db' | 'now'>;

/** Nobody is reminded at night. */
const FIRST_HOUR = 7;

const templates: Readonly<Record<ReminderStep, EntryTemplate>> = {
	soon: 'entry_due_soon',
	today: 'entry_due_today',
	late: 'entry_late'
};

/**
 * Reminds agencies of the month that is due: before the due day, on it and after it, each once,
 * and only those that have not handed everything in. After it the region's secretary is told too.
 * Where no agency has people yet the institution's admins are reminded.
 */
export async function remindOfDeadlines(
	ctx: ReadContext & { readonly signal: AbortSignal }
): Promise<void> {
	const now = ctx.now();
	const month = lastCompletedMonth(now);
	const rulesOf = await allDueRules(ctx);
	const officers = await officersWith(ctx, [
		'agency_head',
		'operator',
		'secretary',
		'institution_admin'
	]);
	for (const [code, people] of Map.groupBy(officers, ({ regionCode }) => regionCode)) {
		if (ctx.signal.aborted) return;
		const region = await getRegion(ctx, code);
		const due = dueDay(month, rulesOf(code));
		const step = reminderStep(dayOf(now, region.timezone), due);
		if (step === null || hourOf(now, region.timezone) < FIRST_HOUR) continue;
		await remindRegion(ctx, { region, month, due, step }, people);
	}
}

interface DueMonth {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly due: Day;
	readonly step: ReminderStep;
}

async function remindRegion(
	ctx: ReadContext,
	{ region, month, due, step }: DueMonth,
	people: Awaited<ReturnType<typeof officersWith>>
): Promise<void> {
	const agencyPeople = people.filter(
		({ role, agencyId }) => (role === 'agency_head' || role === 'operator') && agencyId !== null
	);
	const admins = people.filter(({ role }) => role === 'institution_admin');
	const byAgency = Map.groupBy(
		agencyPeople.length > 0 ? agencyPeople : admins,
		({ role, agencyId }) => (role === 'institution_admin' ? '' : (agencyId ?? ''))
	);
	await inTransaction(ctx, async (ctx) => {
		const send = async (
			accounts: readonly { readonly accountId: string }[],
			template: EntryTemplate,
			agency: string
		) => {
			const data = {
				ref: `${region.code}-${month}`,
				region: region.name,
				code: region.code,
				month,
				due,
				agency
			};
			const ids = [...new Set(accounts.map(({ accountId }) => accountId))];
			await notify(ctx, ids, `${template} ${region.code} ${agency} ${month} ${due}`, {
				template,
				data
			});
		};
		let isLate = false;
		for (const [agency, accounts] of byAgency) {
			if ((await notHandedIn(ctx, region, month, agency)).length === 0) continue;
			isLate = true;
			await send(accounts, templates[step], agency);
		}
		if (step !== 'late' || !isLate) return;
		const secretaries = people.filter(({ role }) => role === 'secretary');
		await send(secretaries, 'entry_late_region', '');
	});
}

/**
 * The services of an agency, or of the whole region, whose month was not handed in: nothing was
 * entered, or it is a draft or was returned, and nothing is published either.
 */
export async function notHandedIn(
	ctx: ReadContext,
	region: Pick<RegionSummary, 'key'>,
	month: Month,
	agency: string
): Promise<KpiDetail[]> {
	const services = agency === '' ? null : await serviceCodesOf(ctx, agency);
	const kpis = (await listKpis(ctx)).filter(
		(kpi) =>
			isTyped(kpi) &&
			isTurnaround(kpi) &&
			(services === null || services.includes(kpi.serviceCode ?? ''))
	);
	if (kpis.length === 0) return [];
	const index = monthIndex(month);
	const stored = await entries.list(ctx.db, region.key, {
		kpiKeys: kpis.map(({ key }) => key),
		from: index,
		to: index
	});
	const done = new Set(
		stored
			.filter(
				({ status, publishedAt }) =>
					publishedAt !== null || (status !== 'draft' && status !== 'returned')
			)
			.map(({ kpiKey }) => kpiKey)
	);
	return kpis.filter(({ key }) => !done.has(key));
}
