import { listKpis } from '#lib/catalogue/server/use-cases.ts';
import { roleIn, type Actor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { monthIndex } from '#lib/core/period.ts';
import type { ObservationEntry } from '#lib/database/tables/observations.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import type { RegionSummary } from '#lib/regions/server/use-cases.ts';
import { type EntryStep, isProvisional, statusAfter } from '../workflow.ts';
import {
	chooseEntries,
	type Chosen,
	type StepInput,
	type StepResult,
	stepResult
} from './choose-entries.ts';
import { bumpDataVersion } from './data-version.ts';
import { publishEntries } from './publish.ts';
import * as entries from './repository.ts';
import { isTyped, requireReviewer } from './scope.ts';
import { writeFactsOf } from './write-facts.ts';

/**
 * Confirms submitted entries: those named, or all that wait in a region's month. What was
 * published provisionally is confirmed too, and stops being provisional at once.
 */
export async function verifyEntries(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => stepResult(input, await verify(ctx, input)));
}

async function verify(ctx: Context, input: StepInput): Promise<readonly Chosen[]> {
	const { actor, region, chosen } = await choose(ctx, input, 'verify');
	const [published, waiting] = [
		chosen.filter(({ entry }) => isProvisional(entry)),
		chosen.filter(({ entry }) => !isProvisional(entry))
	];
	const verifiedAt = ctx.now().toISOString();
	await take(ctx, waiting, { status: statusAfter('verify'), verifiedAt });
	if (published.length > 0) {
		await confirmPublished(ctx, actor, { region, published, input, verifiedAt });
	}
	return chosen;
}

/** Gives entries back to their agency with a reason, which the agency reads beside its form. */
export async function returnEntries(
	ctx: Context,
	input: StepInput & { readonly reason: string }
): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const { chosen } = await choose(ctx, input, 'return');
		const changes = { returnReason: input.reason, verifiedAt: null };
		await take(ctx, chosen, { status: statusAfter('return'), ...changes });
		return stepResult(input, chosen);
	});
}

/** Verifies and publishes submitted entries in one step: all of them, or none. */
export async function verifyAndPublish(ctx: Context, input: StepInput): Promise<StepResult> {
	return inTransaction(ctx, async (ctx) => {
		const chosen = await verify(ctx, input);
		const waiting = chosen.filter(({ entry }) => !isProvisional(entry));
		if (waiting.length === 0) return stepResult(input, chosen);
		const { region, month } = input;
		await publishEntries(ctx, { region, month, kpis: waiting.map(({ kpi }) => kpi.code) });
		return stepResult(input, chosen);
	});
}

async function choose(ctx: Context, input: StepInput, step: EntryStep) {
	const actor = requireReviewer(ctx, input.region);
	const typed = (await listKpis(ctx)).filter(isTyped);
	return { actor, ...(await chooseEntries(ctx, input, step, typed)) };
}

async function take(
	ctx: Context,
	chosen: readonly Chosen[],
	changes: Partial<ObservationEntry>
): Promise<void> {
	for (const { entry } of chosen) {
		const updatedAt = ctx.now().toISOString();
		const isWritten = await entries.update(ctx.db, entry, { updatedAt, ...changes });
		if (!isWritten) throw new DomainError('stale_version');
	}
}

async function confirmPublished(
	ctx: Context,
	actor: Actor,
	{
		region,
		published,
		input,
		verifiedAt
	}: {
		region: RegionSummary;
		published: readonly Chosen[];
		input: StepInput;
		verifiedAt: string;
	}
): Promise<void> {
	await bumpDataVersion(ctx); // before the totals are read: it lets one wait for the other
	await take(ctx, published, { verifiedAt });
	const confirmed = published.map(({ kpi, entry }) => ({ kpi, entry: { ...entry, verifiedAt } }));
	await writeFactsOf(ctx, confirmed, {
		regionKey: region.key,
		month: monthIndex(input.month),
		publishedAt: verifiedAt,
		role: roleIn(actor, input.region) ?? ''
	});
}
