import {
	addAttachment,
	type AttachmentHead,
	attachmentsByOwner,
	listAttachments,
	publicAttachmentsOfRegion,
	removeAttachment
} from '#lib/attachments/server/use-cases.ts';
import { listKpis, listServices, type KpiDetail } from '#lib/catalogue/server/use-cases.ts';
import { can, regionsOf, requireActor } from '#lib/core/access.ts';
import type { Context } from '#lib/core/context.ts';
import { DomainError, invalidField } from '#lib/core/errors.ts';
import { isMonth, monthIndex, type Month } from '#lib/core/period.ts';
import { getRegion, type RegionSummary } from '#lib/regions/server/use-cases.ts';
import { type EvidenceCell, evidenceCell, type EvidenceFile, evidenceOwner } from '../evidence.ts';
import type { EvidenceInput } from '../evidence-schema.ts';
import { isReportable } from '../reporting-month.ts';
import { mayTake } from '../workflow.ts';
import * as entries from './repository.ts';
import { enterableKpis, isTurnaround, isTyped } from './scope.ts';

const OWNER_KIND = 'observation';
const MAX_PUBLIC_SHOWN = 60;

/** The files of a KPI's month as their page needs them. */
export interface CellEvidence {
	readonly region: RegionSummary;
	readonly month: Month;
	readonly kpi: string;
	/** Of the service, or of the KPI. */
	readonly nameId: string;
	readonly nameEn: string;
	readonly files: readonly EvidenceFile[];
	/** Whether the reader may add files, and take them away as things stand. */
	readonly mayAdd: boolean;
	readonly mayRemove: boolean;
}

/**
 * The evidence of a KPI's month for the people of the region: its agency, who may add and take
 * away, and its reviewers. `forbidden` for everyone else, `not_found` without such a KPI or month.
 */
export async function getEvidence(ctx: Context, cell: EvidenceCell): Promise<CellEvidence> {
	const { region, kpi, mayAdd } = await requireCell(ctx, cell);
	const files = await listAttachments(ctx, ownerOf(cell));
	return {
		region,
		month: cell.month,
		kpi: kpi.code,
		...(await nameOf(ctx, kpi)),
		files: files.map(evidenceFile),
		mayAdd,
		mayRemove: mayAdd && (await isOpen(ctx, region.key, cell.month, kpi.key))
	};
}

/** Adds a file to a KPI's month, at any time; see `inspect` for what is refused. */
export async function addEvidence(
	ctx: Context,
	cell: EvidenceCell,
	input: EvidenceInput,
	file: { readonly name: string; readonly bytes: Uint8Array } | undefined
): Promise<EvidenceFile> {
	const { mayAdd } = await requireCell(ctx, cell);
	if (!mayAdd) throw new DomainError('forbidden');
	if (!file) throw invalidField('file', 'field.required');
	const added = await addAttachment(ctx, {
		...ownerOf(cell),
		regionCode: cell.region,
		purpose: 'evidence',
		visibility: input.public ? 'public' : 'parties',
		wanted: 'any',
		file,
		alt: { id: input.title, en: null }
	});
	return evidenceFile(added);
}

/**
 * Takes a file away again, while the figures are with the agency: what reviewers have looked at
 * stays (`illegal_transition`) until the row is returned or opened again.
 */
export async function removeEvidence(ctx: Context, cell: EvidenceCell, id: string): Promise<void> {
	const { region, kpi, mayAdd } = await requireCell(ctx, cell);
	if (!mayAdd) throw new DomainError('forbidden');
	if (!(await isOpen(ctx, region.key, cell.month, kpi.key))) {
		throw new DomainError('illegal_transition', { message: 'entry.evidence.locked' });
	}
	await removeAttachment(ctx, ownerOf(cell), id);
}

/** The files of several KPIs' month by KPI code; whoever may see the month decides before. */
export async function evidenceOfMonth(
	{ db }: Pick<Context, 'db'>,
	{ region, month, kpis }: { region: string; month: Month; kpis: readonly string[] }
): Promise<ReadonlyMap<string, readonly EvidenceFile[]>> {
	const owners = new Map(kpis.map((kpi) => [evidenceOwner({ region, month, kpi }), kpi]));
	const files = await attachmentsByOwner({ db }, OWNER_KIND, [...owners.keys()]);
	return new Map(
		[...files].map(([owner, heads]) => [owners.get(owner) ?? '', heads.map(evidenceFile)])
	);
}

/** A file that everyone may open, with what it is evidence of. */
export interface PublicEvidence extends EvidenceFile {
	readonly month: Month;
	readonly nameId: string;
	readonly nameEn: string;
}

/** The newest files that a region has opened for everyone, of months that are published. */
export async function publicEvidence(
	ctx: Pick<Context, 'db' | 'now'>,
	regionCode: string
): Promise<PublicEvidence[]> {
	const heads = await publicAttachmentsOfRegion(ctx, OWNER_KIND, regionCode, MAX_PUBLIC_SHOWN);
	const kpis = await listKpis(ctx);
	const shown: PublicEvidence[] = [];
	for (const head of heads) {
		const cell = evidenceCell(head.ownerId);
		const kpi = kpis.find(({ code }) => code === cell?.kpi);
		if (!cell || !kpi || !(await isPublished(ctx, cell))) continue;
		shown.push({ ...evidenceFile(head), month: cell.month, ...(await nameOf(ctx, kpi)) });
	}
	return shown;
}

/**
 * Who may open a file: the people of its region at any time; everyone else one that was made
 * public, once the figures it belongs to are published.
 */
export async function mayReadEvidence(
	ctx: Context,
	{ ownerId, regionCode, visibility }: Pick<AttachmentHead, 'ownerId' | 'regionCode' | 'visibility'>
): Promise<boolean> {
	if (regionsOf(ctx.actor).includes(regionCode)) return true;
	const cell = evidenceCell(ownerId);
	return visibility === 'public' && cell !== null && isPublished(ctx, cell);
}

async function isPublished(
	ctx: Pick<Context, 'db' | 'now'>,
	{ region: code, month, kpi: kpiCode }: EvidenceCell
): Promise<boolean> {
	const kpi = (await listKpis(ctx)).find((one) => one.code === kpiCode);
	if (!kpi) return false;
	const region = await getRegion(ctx, code);
	const entry = await entries.find(ctx.db, region.key, monthIndex(month), kpi.key);
	return entry !== undefined && entry.publishedAt !== null;
}

async function isOpen(
	{ db }: Context,
	regionKey: number,
	month: Month,
	kpiKey: number
): Promise<boolean> {
	const entry = await entries.find(db, regionKey, monthIndex(month), kpiKey);
	return !entry || mayTake('submit', entry.status);
}

async function requireCell(ctx: Context, { region: code, month, kpi: kpiCode }: EvidenceCell) {
	const actor = requireActor(ctx.actor);
	const region = await getRegion(ctx, code);
	const all = await listKpis(ctx);
	const kpi = all.find((one) => one.code === kpiCode && isTyped(one));
	if (!kpi || !isMonth(month) || !isReportable(month, ctx.now()))
		throw new DomainError('not_found');
	const own = await enterableKpis(ctx, actor, code, all);
	const mayAdd = own.some(({ key }) => key === kpi.key);
	if (!mayAdd && !can(actor, { do: 'observation.review', regionCode: code })) {
		throw new DomainError('forbidden');
	}
	return { region, kpi, mayAdd };
}

async function nameOf(ctx: Pick<Context, 'db'>, kpi: KpiDetail) {
	const services = isTurnaround(kpi) ? await listServices(ctx) : [];
	const { nameId, nameEn } = services.find(({ code }) => code === kpi.serviceCode) ?? kpi;
	return { nameId, nameEn };
}

function ownerOf(cell: EvidenceCell) {
	return { ownerKind: OWNER_KIND, ownerId: evidenceOwner(cell) } as const;
}

function evidenceFile({ id, fileName, bytes, altId, altEn, visibility }: AttachmentHead) {
	return { id, fileName, bytes, altId, altEn, isPublic: visibility === 'public' };
}
