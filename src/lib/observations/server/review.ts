import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { type EntryStep, statusAfter } from '../workflow.ts';
import { chooseEntries, type StepInput, type StepResult, stepResult } from './choose-entries.ts';
import { publishEntries } from './publish.ts';
import * as entries from './repository.ts';
import { isTyped, requireReviewer } from './scope.ts';

/** Confirms submitted entries: those named, or all that wait in a region's month. */
export async function verifyEntries(ctx: Context, input: StepInput): Promise<StepResult> {
	return review(ctx, input, 'verify', () => ({ verifiedAt: ctx.now().toISOString() }));
}

/** Gives entries back to their agency with a reason, which the agency reads beside its form. */
export async function returnEntries(
	ctx: Context,
	input: StepInput & { readonly reason: string }
): Promise<StepResult> {
	return review(ctx, input, 'return', () => ({ returnReason: input.reason, verifiedAt: null }));
}

/** Verifies and publishes submitted entries in one step: all of them, or none. */
export async function verifyAndPublish(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const { region, month, kpis } = await verifyEntries(ctx, input);
		return publishEntries(ctx, { region, month, kpis });
	});
}

async function review(
	ctx: Context,
	input: StepInput,
	step: EntryStep,
	changes: () => Partial<ObservationEntry>
): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		requireReviewer(ctx, input.region);
		const typed = (await listKpis(ctx)).filter(isTyped);
		const { chosen } = await chooseEntries(ctx, input, step, typed);
		for (const { entry } of chosen) {
			const isWritten = await entries.update(ctx.db, entry, {
				status: statusAfter(step),
				updatedAt: ctx.now().toISOString(),
				...changes()
			});
			if (!isWritten) throw new DomainError('stale_version');
		}
		return stepResult(input, chosen);
	});
}
