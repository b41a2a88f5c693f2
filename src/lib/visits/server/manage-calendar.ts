import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { addDays, weekdayOf } from '#lib/core/period.ts';
import type { HostWindow } from '#lib/database/tables/visits.ts';
import { isForeignKeyViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type {
	BlackoutInput,
	DayInput,
	OpenDayInput,
	RegionalHolidayInput,
	RowInput,
	WindowInput
} from '../host-schema.ts';
import { lock } from './hosts-repository.ts';
import { getHostCalendar, getManagedHost } from './manage-host.ts';
import * as manage from './manage-repository.ts';

/** An input with the host it is about. */
type Of<Input> = Input & { readonly region: string };

/** Adds a session of every week; two of them never overlap. */
export async function addWindow(ctx: Context, input: Of<WindowInput>): Promise<void> {
	const { windows } = await requireHost(ctx, input.region);
	const window: HostWindow = {
		id: newId(),
		regionCode: input.region,
		weekday: input.weekday,
		startsAt: input.starts_at,
		endsAt: input.ends_at,
		slots: input.slots,
		validFrom: input.valid_from || null,
		validTo: input.valid_to || null,
		kind: 'weekly',
		title: '',
		people: null
	};
	if (window.validFrom && window.validTo && window.validTo < window.validFrom) {
		throw invalidField('valid_to', 'field.dayOrder');
	}
	if (windows.some((other) => overlaps(other, window))) {
		throw invalidField('starts_at', 'host.window.overlaps');
	}
	await manage.insertWindow(ctx.db, window);
}

/** Ends a weekly session today: nothing new is promised in it, and what was promised stays. */
export async function endWindow(ctx: Context, input: Of<RowInput>): Promise<void> {
	const { today } = await requireHost(ctx, input.region);
	const isThere = await manage.endWindow(ctx.db, input.region, input.id, addDays(today, -1));
	if (!isThere) throw new DomainError('not_found');
}

/**
 * Opens a study day for several regions. It takes the whole day: the weekly sessions of that day
 * close, so nothing may have been promised in them yet.
 */
export async function addOpenDay(ctx: Context, input: Of<OpenDayInput>): Promise<void> {
	const { today, openDays } = await requireHost(ctx, input.region);
	if (input.day <= today) throw invalidField('day', 'host.openDay.past');
	if (openDays.some(({ validFrom }) => validFrom === input.day)) {
		throw invalidField('day', 'host.openDay.twice');
	}
	await inTransaction(ctx, async (inner) => {
		await lock(inner.db, input.region);
		if ((await manage.countClaimsOn(inner.db, input.region, input.day)) > 0) {
			throw invalidField('day', 'host.openDay.taken');
		}
		await manage.insertWindow(inner.db, {
			id: newId(),
			regionCode: input.region,
			weekday: weekdayOf(input.day),
			startsAt: input.starts_at,
			endsAt: input.ends_at,
			slots: input.regions,
			validFrom: input.day,
			validTo: input.day,
			kind: 'open_day',
			title: input.title,
			people: input.people
		});
	});
}

/** Takes an open study day back as long as no region has joined or asked for it. */
export async function removeOpenDay(ctx: Context, input: Of<RowInput>): Promise<void> {
	await requireHost(ctx, input.region);
	try {
		const isThere = await manage.removeOpenDay(ctx.db, input.region, input.id);
		if (!isThere) throw new DomainError('not_found');
	} catch (error) {
		if (!isForeignKeyViolation(error)) throw error;
		throw new DomainError('conflict', { message: 'host.openDay.joined' });
	}
}

/** Closes days with a reason everyone may read. Visits promised on them stay and are marked. */
export async function addBlackout(ctx: Context, input: Of<BlackoutInput>): Promise<void> {
	await requireHost(ctx, input.region);
	await manage.insertBlackout(ctx.db, {
		id: newId(),
		regionCode: input.region,
		fromDay: input.from_day,
		toDay: input.to_day,
		reasonId: input.reason_id,
		reasonEn: input.reason_en || input.reason_id
	});
}

export async function removeBlackout(ctx: Context, input: Of<RowInput>): Promise<void> {
	await requireHost(ctx, input.region);
	const isThere = await manage.removeBlackout(ctx.db, input.region, input.id);
	if (!isThere) throw new DomainError('not_found');
}

/** Adds a holiday of this region alone, such as its anniversary. */
export async function addRegionalHoliday(
	ctx: Context,
	input: Of<RegionalHolidayInput>
): Promise<void> {
	const { region } = await getManagedHost(ctx, input.region);
	await manage.saveHolidays(ctx.db, [
		{
			day: input.day,
			regionCode: region.code,
			kind: 'regional',
			nameId: input.name_id,
			nameEn: input.name_en || input.name_id
		}
	]);
}

export async function removeRegionalHoliday(ctx: Context, input: Of<DayInput>): Promise<void> {
	await getManagedHost(ctx, input.region);
	const isThere = await manage.removeHoliday(ctx.db, input.region, input.day);
	if (!isThere) throw new DomainError('not_found');
}

async function requireHost(ctx: Context, region: string) {
	const calendar = await getHostCalendar(ctx, region);
	if (!calendar.isHost) throw new DomainError('conflict', { message: 'host.settingsFirst' });
	return calendar;
}

/** Whether two weekly sessions are ever at the same time. */
function overlaps(a: HostWindow, b: HostWindow): boolean {
	return (
		a.weekday === b.weekday &&
		a.startsAt < b.endsAt &&
		b.startsAt < a.endsAt &&
		(a.validFrom ?? '') <= (b.validTo ?? '9999') &&
		(b.validFrom ?? '') <= (a.validTo ?? '9999')
	);
}
