import {
	addAttachment,
	listAttachments,
	removeAttachment,
	type AttachmentHead,
	type OwnerKey
} from '#lib/attachments/server/use-cases.ts';
import { accountIdsInRegion } from '#lib/accounts/server/agencies.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { translateIn } from '#lib/i18n/server/catalogues.ts';
import { notify } from '#lib/notifications/server/use-cases.ts';
import { isLetterKind, letterSides, mayWriteLetter } from '../letter.ts';
import type { RemoveScanInput, ScanInput } from '../letter-schema.ts';
import { READERS } from './messages.ts';
import { getOwn, type About } from './own-visit.ts';
import type { VisitWithNames } from './repository.ts';

export type Scan = Pick<
	AttachmentHead,
	'id' | 'purpose' | 'fileName' | 'bytes' | 'altId' | 'altEn' | 'createdAt'
>;

/** The signed letters of a visit as they were scanned, the oldest first; for its two sides. */
export async function listScans(
	ctx: Pick<Context, 'db'>,
	visit: Pick<VisitWithNames, 'ref'>
): Promise<Scan[]> {
	return (await listAttachments(ctx, ownerOf(visit))).map(
		({ id, purpose, fileName, bytes, altId, altEn, createdAt }) => ({
			id,
			purpose,
			fileName,
			bytes,
			altId,
			altEn,
			createdAt
		})
	);
}

/**
 * Keeps the scan of a signed letter, as PDF or picture. The side that sends the letter uploads
 * it, and the other side is told.
 */
export async function addScan(
	ctx: Context,
	{ ref, kind }: About<ScanInput>,
	file: { readonly name: string; readonly bytes: Uint8Array } | undefined
): Promise<void> {
	const visit = await getOwn(ctx, ref);
	if (!mayWriteLetter(ctx.actor, visit, kind)) throw new DomainError('forbidden');
	if (!file) throw invalidField('file', 'field.required');
	const isHost = letterSides[kind] === 'host';
	const titleIn = (locale: 'id' | 'en') => {
		const t = translateIn(locale);
		return t('letter.scanTitle', { letter: t(`letter.kind.${kind}`) });
	};
	const { id } = await addAttachment(ctx, {
		...ownerOf(visit),
		regionCode: isHost ? visit.hostRegionCode : visit.visitorRegionCode,
		purpose: kind,
		visibility: 'parties',
		wanted: 'scan',
		file,
		alt: { id: titleIn('id'), en: titleIn('en') }
	});
	const told = isHost ? visit.visitorRegionCode : visit.hostRegionCode;
	await notify(ctx, await accountIdsInRegion(ctx, told, READERS), `scan ${id}`, {
		template: 'message_letter',
		data: { ref: visit.ref, region: isHost ? visit.hostName : visit.visitorName }
	});
}

/** Takes a scan back; the side that sends the letter may, such as after uploading a wrong page. */
export async function removeScan(ctx: Context, { ref, id }: About<RemoveScanInput>): Promise<void> {
	const visit = await getOwn(ctx, ref);
	const scan = (await listScans(ctx, visit)).find((each) => each.id === id);
	if (!scan) throw new DomainError('not_found', { message: 'attachment.unknown' });
	if (!isLetterKind(scan.purpose) || !mayWriteLetter(ctx.actor, visit, scan.purpose)) {
		throw new DomainError('forbidden');
	}
	await removeAttachment(ctx, ownerOf(visit), id);
}

function ownerOf({ ref }: Pick<VisitWithNames, 'ref'>): OwnerKey {
	return { ownerKind: 'visit', ownerId: ref };
}
