import {
	addAttachment,
	type AttachmentHead,
	listAttachments,
	type OwnerKey,
	removeAttachment
} from '#lib/attachments/server/use-cases.ts';
import { type Actor, authorize, can } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { invalidField } from '#lib/core/errors.ts';
import type { Innovation } from '#lib/database/tables/innovations.ts';
import type { FileInput } from '../file-schema.ts';
import { maySeeDraft } from './drafts.ts';
import { getInnovation } from './get-innovation.ts';
import { isGovernment } from './governments.ts';
import { refreshSearch } from './index-innovation.ts';
import * as innovations from './repository.ts';

type Owned = Pick<Innovation, 'id' | 'regionCode' | 'agencyId' | 'state'>;

/** The files of a write-up that this reader may open, the oldest first. */
export async function listFiles(ctx: Context, innovation: Owned): Promise<AttachmentHead[]> {
	const files = await listAttachments(ctx, ownerOf(innovation));
	return files.filter(({ visibility }) => mayRead(ctx.actor, innovation, visibility));
}

/** Who may open a file: everyone once it is public, and the writers at any time. */
export async function mayReadFile(
	ctx: Context,
	{ ownerId, visibility }: Pick<AttachmentHead, 'ownerId' | 'visibility'>
): Promise<boolean> {
	const innovation = await innovations.findById(ctx.db, ownerId);
	return innovation !== undefined && mayRead(ctx.actor, innovation, visibility);
}

function mayRead(
	actor: Actor | null,
	innovation: Owned,
	visibility: AttachmentHead['visibility']
): boolean {
	if (maySeeDraft(actor, innovation)) return true;
	if (innovation.state !== 'published') return false;
	return visibility === 'public' || (visibility === 'governments' && isGovernment(actor));
}

/** The files of a write-up for those who may change them. */
export async function editFiles(ctx: Context, slug: string) {
	const { innovation } = await getOwnForFiles(ctx, slug);
	const { titleId, titleEn, state, regionCode, agencyId } = innovation;
	return {
		slug,
		titleId,
		titleEn,
		state,
		mayWrite: can(ctx.actor, { do: 'innovation.write', regionCode, agencyId }),
		files: await listFiles(ctx, innovation)
	};
}

/** Adds a picture or document; a new cover takes the place of the old one. */
export async function addFile(
	ctx: Context,
	slug: string,
	{ purpose, altId, altEn, visibility }: FileInput,
	file: { readonly name: string; readonly bytes: Uint8Array } | undefined
): Promise<AttachmentHead> {
	const { innovation } = await getOwnForFiles(ctx, slug);
	if (!file) throw invalidField('file', 'field.required');
	const owner = ownerOf(innovation);
	const covers = (await listAttachments(ctx, owner)).filter((each) => each.purpose === 'cover');
	const request = {
		...owner,
		regionCode: innovation.regionCode,
		purpose,
		visibility: purpose === 'cover' ? 'public' : visibility,
		wanted: purpose === 'document' ? 'document' : 'image',
		file,
		alt: { id: altId, en: altEn || null }
	} as const;
	const added = await addAttachment(ctx, request, searchable(innovation));
	if (purpose === 'cover') {
		for (const { id } of covers) await removeAttachment(ctx, owner, id);
	}
	return added;
}

/** Removes a file of a write-up. */
export async function removeFile(ctx: Context, slug: string, id: string): Promise<void> {
	const { innovation } = await getOwnForFiles(ctx, slug);
	await removeAttachment(ctx, ownerOf(innovation), id, searchable(innovation));
}

/** What public documents say is found with the write-up they hang on. */
function searchable({ id }: Pick<Innovation, 'id'>) {
	return (ctx: Context) => refreshSearch(ctx, id);
}

/** What is public changes only by the hand of those who may publish. */
async function getOwnForFiles(ctx: Context, slug: string) {
	const detail = await getInnovation(ctx, slug);
	const { regionCode, agencyId, state } = detail.innovation;
	authorize(
		ctx.actor,
		state === 'published'
			? { do: 'innovation.publish', regionCode }
			: { do: 'innovation.write', regionCode, agencyId }
	);
	return detail;
}

function ownerOf({ id }: Pick<Innovation, 'id'>): OwnerKey {
	return { ownerKind: 'innovation', ownerId: id };
}
