import type { Context } from '#lib/core/context.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { TextInput } from '../schema.ts';
import { pauseClock, resumeClock } from './clock.ts';
import { actingOn, receipt, type About, type VisitReceipt } from './own-visit.ts';
import { takeStep } from './transition.ts';

/** The host asks the visitor something; its own clock stops until the answer. */
export async function askVisitor(ctx: Context, input: About<TextInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'ask');
	const changes = await pauseClock(ctx, acting.visit);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'ask',
			version: input.version,
			changes,
			detail: { text: input.text, due: changes.visitorDueOn }
		})
	);
	return receipt(ctx, input.ref);
}

/** The visitor answers, and the host's clock goes on. */
export async function answerHost(ctx: Context, input: About<TextInput>): Promise<VisitReceipt> {
	const acting = await actingOn(ctx, input.ref, 'answer');
	const changes = await resumeClock(ctx, acting.visit);
	await inTransaction(ctx, (inner) =>
		takeStep(inner, {
			...acting,
			action: 'answer',
			version: input.version,
			changes,
			detail: { text: input.text }
		})
	);
	return receipt(ctx, input.ref);
}
