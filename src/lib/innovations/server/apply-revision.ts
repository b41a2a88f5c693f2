import type { Actor } from '#lib/core/access.ts';
import { roleIn } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError } from '#lib/core/errors.ts';
import { dayOf } from '#lib/core/period.ts';
import type { Innovation, InnovationRevision } from '#lib/database/tables/innovations.ts';
import { tellFollowers } from '#lib/follows/server/follows.ts';
import { missingSections, type SectionText, shortSections } from '../publishable.ts';
import { levelOf } from '../validation-level.ts';
import type { InnovationDetail } from './get-innovation.ts';
import { refreshSearch } from './index-innovation.ts';
import { fieldsOf } from './input-fields.ts';
import { partsOf } from './input-parts.ts';
import { replaceParts } from './parts-repository.ts';
import { recordEvent } from './record-event.ts';
import * as innovations from './repository.ts';
import { changeRevision, requirePossible, undecidedValues } from './revisions.ts';
import { inputOf } from './stored-input.ts';

/**
 * Refuses a text that lacks required sections or falls short of their length as `invalid`. Changes
 * to what is public already are not held back by its length: a correction must not wait for it.
 */
export function requireReady(
	sections: readonly SectionText[],
	{ state }: Pick<Innovation, 'state'>
): void {
	const short = state === 'published' ? [] : shortSections(sections);
	const fields = [...missingSections(sections), ...short];
	if (fields.length === 0) return;
	throw new DomainError('invalid', { message: 'innovation.notReady', fields });
}

/**
 * What the region's word changes: it stands behind the text, and where it says that the
 * innovation runs, that is confirmed as of today.
 */
export function approval(
	innovation: Pick<Innovation, 'validation' | 'verifiedByRegions' | 'replicatedByRegions'>,
	{ sustainability }: Pick<Innovation, 'sustainability'>,
	now: Date,
	timezone: string
): Partial<Pick<Innovation, 'validation' | 'confirmedOn'>> {
	return {
		validation: levelOf({ ...innovation, isApproved: true, current: innovation.validation }),
		...(sustainability !== 'unconfirmed' && { confirmedOn: dayOf(now, timezone) })
	};
}

/** Puts a revision in the place of what is public. Called inside a transaction, by `actor`'s right. */
export async function applyRevision(
	ctx: Context,
	actor: Actor,
	{ innovation, region, kpis }: Pick<InnovationDetail, 'innovation' | 'region' | 'kpis'>,
	revision: InnovationRevision
): Promise<number> {
	requirePossible(revision.state, 'approve');
	const input = inputOf(undecidedValues(revision, innovation));
	const parts = await partsOf(ctx, input, kpis);
	requireReady(parts.sections, innovation);
	const now = ctx.now().toISOString();
	const isWritten = await innovations.update(ctx.db, innovation, {
		...fieldsOf(input),
		...approval(innovation, input, ctx.now(), region.timezone),
		updatedAt: now
	});
	if (!isWritten) throw new DomainError('stale_version', { message: 'innovation.stale' });
	await replaceParts(ctx.db, innovation.id, parts);
	await changeRevision(ctx, revision, {
		state: 'approved',
		reason: '',
		decidedRole: roleIn(actor, innovation.regionCode),
		decidedAt: now,
		updatedAt: now
	});
	await recordEvent(ctx, actor, innovation, 'approved');
	await refreshSearch(ctx, innovation.id);
	const version = innovation.version + 1;
	await tellFollowers(
		ctx,
		{ ...innovation, version, regionName: region.name, serviceCodes: parts.serviceCodes },
		'innovation_updated'
	);
	return version;
}
