import { createHash } from 'node:crypto';
import { requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { newId } from '#lib/core/ids.ts';
import { hasPersonalNumber } from '#lib/core/personal-number.ts';
import type { Attachment } from '#lib/database/tables/attachments.ts';
import { inTransaction } from '#lib/database/transaction.ts';
import { safeFileName } from '../file-name.ts';
import { type ImageSize, MAX_FILES_PER_OWNER } from '../kinds.ts';
import { inspect, type Wanted } from './inspect.ts';
import * as attachments from './repository.ts';
import { readPart, removeParts, type StoredPart, writePart } from './storage.ts';

export type { AttachmentHead, OwnerKey, PublicText } from './repository.ts';

/** A file as it was sent, and what it is to become. */
export interface NewAttachment extends attachments.OwnerKey {
	readonly regionCode: string;
	readonly purpose: string;
	readonly visibility: Attachment['visibility'];
	/** What may be uploaded here. */
	readonly wanted: Wanted;
	readonly file: { readonly name: string; readonly bytes: Uint8Array };
	/** What a picture shows, or a document's title; a picture must say it. */
	readonly alt: { readonly id: string; readonly en: string | null };
}

/** What the room of an owner stores together with the row of a file, or its removal. */
type Alongside = (ctx: Context) => Promise<void>;
const nothing: Alongside = () => Promise.resolve();

/**
 * Stores a file for its owner. The room of the owner has decided before that the actor may do
 * this; here the file itself is judged: see `inspect`. The bytes are on the disk before the row.
 * @param alongside is stored with the row or not at all
 */
export async function addAttachment(
	ctx: Context,
	{ ownerKind, ownerId, regionCode, purpose, visibility, wanted, file, alt }: NewAttachment,
	alongside: Alongside = nothing
): Promise<attachments.AttachmentHead> {
	const { accountId } = requireActor(ctx.actor);
	const present = await attachments.listOf(ctx.db, { ownerKind, ownerId });
	if (present.length >= MAX_FILES_PER_OWNER) {
		throw invalidField('file', 'attachment.tooMany', { max: MAX_FILES_PER_OWNER });
	}
	if ([file.name, alt.id, alt.en ?? ''].some(hasPersonalNumber)) {
		throw invalidField('file', 'attachment.personalNumber');
	}
	const prepared = await inspect(file.bytes, wanted);
	if (prepared.kind === 'image' && alt.id.trim() === '') {
		throw invalidField('altId', 'attachment.altMissing');
	}
	const { mediaType, extension } = prepared.kind === 'image' ? prepared.image : prepared.document;
	const bytes = prepared.kind === 'image' ? prepared.image.sizes.large : prepared.document.bytes;
	const { textExtract, ...head }: Attachment = {
		id: newId(),
		ownerKind,
		ownerId,
		regionCode,
		purpose,
		visibility,
		fileName: safeFileName(file.name, extension),
		mediaType,
		bytes: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
		width: prepared.kind === 'image' ? prepared.image.width : null,
		height: prepared.kind === 'image' ? prepared.image.height : null,
		altId: alt.id.trim(),
		altEn: alt.en?.trim() || null,
		textExtract: prepared.kind === 'document' ? prepared.document.text : '',
		uploadedBy: accountId,
		createdAt: ctx.now().toISOString()
	};
	await writeAll(head.id, prepared);
	try {
		await inTransaction(ctx, async (inner) => {
			await attachments.insert(inner.db, { ...head, textExtract });
			await alongside(inner);
		});
	} catch (error) {
		await removeParts(head.id);
		throw error;
	}
	return head;
}

async function writeAll(id: string, prepared: Awaited<ReturnType<typeof inspect>>): Promise<void> {
	if (prepared.kind === 'document') {
		await writePart(id, 'file', prepared.document.bytes);
		return;
	}
	await writePart(id, 'large', prepared.image.sizes.large);
	await writePart(id, 'small', prepared.image.sizes.small);
}

/** The files of an owner, the oldest first; whoever may see the owner decides before. */
export async function listAttachments(
	{ db }: Pick<Context, 'db'>,
	owner: attachments.OwnerKey
): Promise<attachments.AttachmentHead[]> {
	return attachments.listOf(db, owner);
}

/** The files of several owners of one kind by owner, the oldest first. */
export async function attachmentsByOwner(
	{ db }: Pick<Context, 'db'>,
	ownerKind: Attachment['ownerKind'],
	ownerIds: readonly string[]
): Promise<ReadonlyMap<string, attachments.AttachmentHead[]>> {
	const files = await attachments.listOfOwners(db, ownerKind, ownerIds);
	return Map.groupBy(files, ({ ownerId }) => ownerId);
}

/** The newest public files that a region has uploaded for owners of one kind. */
export async function publicAttachmentsOfRegion(
	{ db }: Pick<Context, 'db'>,
	ownerKind: Attachment['ownerKind'],
	regionCode: string,
	limit: number
): Promise<attachments.AttachmentHead[]> {
	return attachments.listPublicOfRegion(db, ownerKind, regionCode, limit);
}

/** Whose files serve a purpose, such as the visits with the scan of some letter. */
export async function ownersWith(
	{ db }: Pick<Context, 'db'>,
	ownerKind: Attachment['ownerKind'],
	purpose: string
): Promise<string[]> {
	return attachments.listOwnerIds(db, ownerKind, purpose);
}

/** What somebody uploaded, for themselves to take along. */
export function uploadsOf({ db }: Pick<Context, 'db'>, accountId: string) {
	return attachments.listUploadedBy(db, accountId);
}

/** The words of the public documents of these owners, for the search. */
export async function publicTexts(
	{ db }: Pick<Context, 'db'>,
	ownerKind: Attachment['ownerKind'],
	ownerIds: readonly string[]
) {
	return attachments.listPublicTexts(db, ownerKind, ownerIds);
}

/** Removes a file of this owner; one of another owner is `not_found`. */
export async function removeAttachment(
	ctx: Context,
	owner: attachments.OwnerKey,
	id: string,
	alongside: Alongside = nothing
): Promise<void> {
	const found = await attachments.find(ctx.db, id);
	if (found?.ownerKind !== owner.ownerKind || found.ownerId !== owner.ownerId) {
		throw new DomainError('not_found', { message: 'attachment.unknown' });
	}
	await inTransaction(ctx, async (inner) => {
		await attachments.remove(inner.db, id);
		await alongside(inner);
	});
	await removeParts(id);
}

/** Says for each kind of owner whether the actor may read one of its files. */
export type OwnerGuards = Readonly<
	Record<
		Attachment['ownerKind'],
		(ctx: Context, attachment: attachments.AttachmentHead) => Promise<boolean>
	>
>;

/**
 * A file with its bytes, for those whom its owner lets read it; for all others it does not exist.
 * @param size of a picture; documents have one
 */
export async function openAttachment(
	ctx: Context,
	{ id, size = 'large' }: { readonly id: string; readonly size?: ImageSize },
	guards: OwnerGuards
): Promise<{ attachment: attachments.AttachmentHead; bytes: Uint8Array<ArrayBuffer> }> {
	const attachment = await attachments.find(ctx.db, id);
	if (!attachment || !(await guards[attachment.ownerKind](ctx, attachment))) {
		throw new DomainError('not_found', { message: 'attachment.unknown' });
	}
	const part: StoredPart = attachment.width === null ? 'file' : size;
	return { attachment, bytes: await readPart(id, part) };
}
