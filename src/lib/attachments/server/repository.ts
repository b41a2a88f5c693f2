import type { Db } from '#lib/database/connection.ts';
import type { Attachment } from '#lib/database/tables/attachments.ts';

/** What names the thing that files belong to. */
export type OwnerKey = Pick<Attachment, 'ownerKind' | 'ownerId'>;
/** A file without its words, which may be long. */
export type AttachmentHead = Omit<Attachment, 'textExtract'>;

const HEAD = [
	'id',
	'ownerKind',
	'ownerId',
	'regionCode',
	'purpose',
	'visibility',
	'fileName',
	'mediaType',
	'bytes',
	'sha256',
	'width',
	'height',
	'altId',
	'altEn',
	'uploadedBy',
	'createdAt'
] as const;

export async function insert(db: Db, attachment: Attachment): Promise<void> {
	await db.insertInto('attachment').values(attachment).execute();
}

export async function find(db: Db, id: string): Promise<AttachmentHead | undefined> {
	return db.selectFrom('attachment').select(HEAD).where('id', '=', id).executeTakeFirst();
}

/** The files of an owner, the oldest first. */
export async function listOf(db: Db, { ownerKind, ownerId }: OwnerKey): Promise<AttachmentHead[]> {
	return db
		.selectFrom('attachment')
		.select(HEAD)
		.where('ownerKind', '=', ownerKind)
		.where('ownerId', '=', ownerId)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** The ids of all owners of a kind that have a file for a purpose. */
export async function listOwnerIds(
	db: Db,
	ownerKind: Attachment['ownerKind'],
	purpose: string
): Promise<string[]> {
	const rows = await db
		.selectFrom('attachment')
		.select('ownerId')
		.distinct()
		.where('ownerKind', '=', ownerKind)
		.where('purpose', '=', purpose)
		.orderBy('ownerId')
		.execute();
	return rows.map(({ ownerId }) => ownerId);
}

/** The files of several owners of one kind, the oldest first. */
export async function listOfOwners(
	db: Db,
	ownerKind: Attachment['ownerKind'],
	ownerIds: readonly string[]
): Promise<AttachmentHead[]> {
	if (ownerIds.length === 0) return [];
	return db
		.selectFrom('attachment')
		.select(HEAD)
		.where('ownerKind', '=', ownerKind)
		.where('ownerId', 'in', ownerIds)
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

/** The public files a region has uploaded for owners of one kind, the newest first. */
export async function listPublicOfRegion(
	db: Db,
	ownerKind: Attachment['ownerKind'],
	regionCode: string,
	limit: number
): Promise<AttachmentHead[]> {
	return db
		.selectFrom('attachment')
		.select(HEAD)
		.where('regionCode', '=', regionCode)
		.where('ownerKind', '=', ownerKind)
		.where('visibility', '=', 'public')
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.limit(limit)
		.execute();
}

/** Every file with what proves that it is unchanged. */
export async function listAll(db: Db): Promise<Pick<Attachment, 'id' | 'mediaType' | 'sha256'>[]> {
	return db.selectFrom('attachment').select(['id', 'mediaType', 'sha256']).orderBy('id').execute();
}

/** The words of a public document with what it is called. */
export type PublicText = Pick<
	Attachment,
	'id' | 'ownerId' | 'fileName' | 'altId' | 'altEn' | 'textExtract'
>;

/** The words of the public documents of these owners. */
export async function listPublicTexts(
	db: Db,
	ownerKind: Attachment['ownerKind'],
	ownerIds: readonly string[]
): Promise<PublicText[]> {
	if (ownerIds.length === 0) return [];
	return db
		.selectFrom('attachment')
		.select(['id', 'ownerId', 'fileName', 'altId', 'altEn', 'textExtract'])
		.where('ownerKind', '=', ownerKind)
		.where('ownerId', 'in', ownerIds)
		.where('visibility', '=', 'public')
		.where('mediaType', 'not like', 'image/%')
		.orderBy('createdAt')
		.orderBy('id')
		.execute();
}

export async function remove(db: Db, id: string): Promise<void> {
	await db.deleteFrom('attachment').where('id', '=', id).execute();
}

/** What somebody uploaded, whosever it is. */
export async function listUploadedBy(db: Db, accountId: string) {
	return db
		.selectFrom('attachment')
		.select(['ownerKind', 'ownerId', 'purpose', 'fileName', 'mediaType', 'bytes', 'createdAt'])
		.where('uploadedBy', '=', accountId)
		.orderBy('createdAt')
		.execute();
}
