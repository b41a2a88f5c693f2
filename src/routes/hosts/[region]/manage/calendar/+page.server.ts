import type * as v from 'valibot';
import type { Context } from '#lib/core/context.ts';
import { formAction } from '#lib/http/server/form-action.ts';
import {
	BlackoutInput,
	DayInput,
	OpenDayInput,
	RegionalHolidayInput,
	RowInput,
	WindowInput
} from '#lib/visits/host-schema.ts';
import {
	addBlackout,
	addOpenDay,
	addRegionalHoliday,
	addWindow,
	endWindow,
	removeBlackout,
	removeOpenDay,
	removeRegionalHoliday
} from '#lib/visits/server/manage-calendar.ts';
import { getHostCalendar } from '#lib/visits/server/manage-host.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	getHostCalendar(locals.ctx, params.region);

/** A form about the host whose page it is on. */
function about<S extends v.GenericSchema<unknown, object>>(
	schema: S,
	run: (ctx: Context, input: v.InferOutput<S> & { region: string }) => Promise<void>
) {
	return formAction(schema, async (ctx, input, { params }) => {
		await run(ctx, { ...input, region: params.region ?? '' });
		return { saved: true };
	});
}

export const actions = {
	addWindow: about(WindowInput, addWindow),
	endWindow: about(RowInput, endWindow),
	addOpenDay: about(OpenDayInput, addOpenDay),
	removeOpenDay: about(RowInput, removeOpenDay),
	addBlackout: about(BlackoutInput, addBlackout),
	removeBlackout: about(RowInput, removeBlackout),
	addHoliday: about(RegionalHolidayInput, addRegionalHoliday),
	removeHoliday: about(DayInput, removeRegionalHoliday)
} satisfies Actions;
