import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import { authorize, can } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { isUniqueViolation } from '#lib/database/errors.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { getInnovation } from '#lib/innovations/server/get-innovation.ts';
import { recordStanding } from '#lib/innovations/server/standing.ts';
import { notify, type NotificationTemplate } from '#lib/notifications/server/use-cases.ts';
import { getOwn } from '#lib/visits/server/own-visit.ts';
import type { AdoptionInput, ConfirmAdoptionInput } from '../schema.ts';
import * as adoptions from './adoption-repository.ts';

export type { AdoptionWithNames } from './adoption-repository.ts';

const READERS = ['secretary', 'agency_head', 'institution_admin'] as const;

/** Adoptions that both regions have confirmed: public. */
export function listAdoptions(
	{ db }: Pick<Context, 'db'>,
	filter: adoptions.AdoptionFilter = {}
): Promise<adoptions.AdoptionWithNames[]> {
	return adoptions.listConfirmed(db, filter);
}

/** Adoptions of an innovation; `not_found` when it is not public. */
export async function listAdoptionsOf(
	ctx: Context,
	slug: string
): Promise<adoptions.AdoptionWithNames[]> {
	const { innovation } = await getInnovation(ctx, slug);
	return adoptions.listConfirmed(ctx.db, { innovationId: innovation.id });
}

/** What came of a visit, for its two sides: confirmed or not. */
export async function listAdoptionsOfVisit(
	ctx: Context,
	ref: string
): Promise<adoptions.AdoptionWithNames[]> {
	return adoptions.listOfVisit(ctx.db, (await getOwn(ctx, ref)).id);
}

/**
 * The visiting region records that it takes over an innovation of its host, or how far it has
 * come. What one region changes waits for the other to confirm it.
 */
export async function recordAdoption(
	ctx: Context,
	input: AdoptionInput & { readonly ref: string }
): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	authorize(ctx.actor, { do: 'adoption.record', regionCode: visit.visitorRegionCode });
	const { innovation } = await getInnovation(ctx, input.innovation);
	if (innovation.regionCode !== visit.hostRegionCode || innovation.state !== 'published') {
		throw invalidField('innovation', 'visit.innovation.unknown');
	}
	const now = ctx.now().toISOString();
	const { stage, since, note, version } = input;
	const change = {
		stage,
		since,
		note,
		visitId: visit.id,
		adopterConfirmedAt: now,
		sourceConfirmedAt: null,
		updatedAt: now
	};
	await inTransaction(ctx, async (inner) => {
		const known = await adoptions.findOf(inner.db, innovation.id, visit.visitorRegionCode);
		if (known) {
			const isCurrent = await adoptions.update(inner.db, known.id, version, change);
			if (!isCurrent) throw new DomainError('stale_version', { message: 'adoption.stale' });
		} else {
			await insertNew(inner, {
				...change,
				id: newId(),
				innovationId: innovation.id,
				adopterRegionCode: visit.visitorRegionCode,
				sourceRegionCode: visit.hostRegionCode,
				isSample: visit.isSample,
				version: 1,
				createdAt: now
			});
		}
		await countReplications(inner, innovation.id);
		const told = { ref: visit.ref, region: visit.visitorName };
		await tell(inner, visit.hostRegionCode, 'adoption_recorded', told);
	});
}

async function insertNew(
	{ db }: Pick<Context, 'db'>,
	adoption: Parameters<typeof adoptions.insert>[1]
): Promise<void> {
	try {
		await adoptions.insert(db, adoption);
	} catch (error) {
		if (!isUniqueViolation(error)) throw error;
		throw new DomainError('stale_version', { message: 'adoption.stale' });
	}
}

/** The region whose innovation it is confirms what the adopter says; then it is public. */
export async function confirmAdoption(
	ctx: Context,
	input: ConfirmAdoptionInput & { readonly ref: string }
): Promise<void> {
	const visit = await getOwn(ctx, input.ref);
	const adoption = await adoptions.find(ctx.db, input.id);
	if (adoption?.visitId !== visit.id) throw new DomainError('not_found');
	authorize(ctx.actor, { do: 'adoption.record', regionCode: adoption.sourceRegionCode });
	const now = ctx.now().toISOString();
	await inTransaction(ctx, async (inner) => {
		const isCurrent = await adoptions.update(inner.db, adoption.id, input.version, {
			sourceConfirmedAt: now,
			updatedAt: now
		});
		if (!isCurrent) throw new DomainError('stale_version', { message: 'adoption.stale' });
		await countReplications(inner, adoption.innovationId);
		const told = { ref: visit.ref, region: visit.hostName };
		await tell(inner, visit.visitorRegionCode, 'adoption_confirmed', told);
	});
}

/**
 * Each region that uses an innovation, as both it and the source confirm, counts once; an example
 * says nothing about a real region.
 */
async function countReplications(
	ctx: Pick<Context, 'db' | 'now'>,
	innovationId: string
): Promise<void> {
	const confirmed = await adoptions.listConfirmed(ctx.db, { innovationId });
	const inUse = confirmed.filter(({ stage, isSample }) => stage === 'adopted' && isSample === 0);
	await recordStanding(ctx, innovationId, { replicatedByRegions: inUse.length });
}

/** What an actor may do about the adoptions of a visit. */
export function adoptionRights(
	{ actor }: Pick<Context, 'actor'>,
	visit: { readonly hostRegionCode: string; readonly visitorRegionCode: string }
): { readonly mayRecord: boolean; readonly mayConfirm: boolean } {
	return {
		mayRecord: can(actor, { do: 'adoption.record', regionCode: visit.visitorRegionCode }),
		mayConfirm: can(actor, { do: 'adoption.record', regionCode: visit.hostRegionCode })
	};
}

async function tell(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string,
	template: NotificationTemplate,
	data: { readonly ref: string; readonly region: string }
): Promise<void> {
	const readers = await accountIdsInRegion(ctx, regionCode, READERS);
	const event = `${template} ${data.ref} ${ctx.now().toISOString()}`;
	await notify(ctx, readers, event, { template, data });
}
