import type * as v from 'valibot';
import type { Context } from '#lib/core/context.ts';
import { ReportInput } from '../report-schema.ts';
import * as schema from '../schema.ts';
import type { VisitAction } from '../states.ts';
import { acceptVisit } from './accept-visit.ts';
import { answerHost, askVisitor } from './ask-visitor.ts';
import { cancelVisit } from './cancel-visit.ts';
import { acceptChange, proposeChange, refuseChange } from './change-visit.ts';
import { chooseSession, counterVisit, refuseCounter } from './counter-visit.ts';
import { declineVisit, reviewVisit, withdrawVisit } from './decide-visit.ts';
import { completeVisit, recordNoShow } from './finish-visit.ts';
import type { About, VisitReceipt } from './own-visit.ts';
import { confirmReport, reportVisit } from './report-visit.ts';
import { restoreVisit } from './restore-visit.ts';

type Schema = v.GenericSchema<unknown, { version: number }>;

/** An action of a visit: what it is given, for forms and the API alike, and what it does. */
export interface ActionOnVisit {
	readonly schema: Schema;
	/** `input` has passed the schema. */
	readonly run: (ctx: Context, input: About<{ version: number }>) => Promise<VisitReceipt>;
}

function action<S extends Schema>(
	schema: S,
	run: (ctx: Context, input: About<v.InferOutput<S>>) => Promise<VisitReceipt>
): ActionOnVisit {
	// The table forgets which schema belongs to which use case; here they still stand together.
	return { schema, run: (ctx, input) => run(ctx, input) };
}

/** Every action of people on a visit, by the name it has in the API and in the forms. */
export const actionsOnVisit = {
	review: action(schema.VersionInput, reviewVisit),
	ask: action(schema.TextInput, askVisitor),
	answer: action(schema.TextInput, answerHost),
	counter: action(schema.CounterInput, counterVisit),
	choose: action(schema.ChooseInput, chooseSession),
	refuse_counter: action(schema.RefuseInput, refuseCounter),
	accept: action(schema.AcceptInput, acceptVisit),
	decline: action(schema.DeclineInput, declineVisit),
	withdraw: action(schema.VersionInput, withdrawVisit),
	propose_change: action(schema.ProposeChangeInput, proposeChange),
	accept_change: action(schema.VersionInput, acceptChange),
	refuse_change: action(schema.RefuseChangeInput, refuseChange),
	cancel: action(schema.CancelInput, cancelVisit),
	restore: action(schema.VersionInput, restoreVisit),
	complete: action(schema.CompleteInput, completeVisit),
	no_show: action(schema.VersionInput, recordNoShow),
	report: action(ReportInput, reportVisit),
	confirm_report: action(schema.VersionInput, confirmReport)
} satisfies Partial<Record<VisitAction, ActionOnVisit>>;
export type ActionName = keyof typeof actionsOnVisit;

export function isActionName(name: string): name is ActionName {
	return Object.hasOwn(actionsOnVisit, name);
}
